'use client'

import { useMemo } from 'react'
import type { Role } from '@/lib/access/roles'
import { Dialog } from '../../ui/overlays/dialogs/dialog'
import { ROLE_WORDS } from '../role-words'
import { LocalNote } from './local-note'
import { qrPath } from './qr-path'
import styles from './qr-screen.module.css'

interface QrScreenProps {
  readonly boardTitle: string
  readonly role: Role
  readonly address: string
  readonly onClose: () => void
}

/** A link for a room: as large as the screen allows, dark on white in both themes, because cameras want it so. */
export function QrScreen({ boardTitle, role, address, onClose }: QrScreenProps) {
  const { d, size } = useMemo(() => qrPath(address), [address])
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={boardTitle} size="screen">
      <div className={styles.screen}>
        <svg
          className={styles.code}
          viewBox={`0 0 ${size} ${size}`}
          shapeRendering="crispEdges"
          role="img"
          aria-label={`QR code of the ${role} link`}
        >
          <rect width={size} height={size} fill="#ffffff" />
          <path d={d} fill="#000000" />
        </svg>
        <div className={styles.words}>
          <p className={styles.lead}>Point your camera at the code, type your name, and you are in.</p>
          <p className={styles.role}>{ROLE_WORDS[role].name}. No account is needed.</p>
          <p className={styles.address}>{address}</p>
          <LocalNote address={address} what="code" />
        </div>
      </div>
    </Dialog>
  )
}
