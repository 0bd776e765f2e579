'use client'

import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Role } from '@/lib/access/roles'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { CopyField } from '../../ui/controls/copy-field'
import { Skeleton } from '../../ui/feedback/skeleton'
import { Dialog } from '../../ui/overlays/dialog'
import { ROLE_WORDS } from '../role-words'
import { loadLinks, type Links } from './load-links'
import styles from './share-dialog.module.css'

interface ShareDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** The order in which links are handed out most. */
const SHOWN: readonly Role[] = ['participant', 'viewer', 'facilitator']

export function ShareDialog({ open, onOpenChange }: ShareDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Share this board"
      description="Whoever opens a link only says a name; nobody needs an account."
    >
      <LinkList />
    </Dialog>
  )
}

function LinkList() {
  const { boardId } = useBoardClient()
  const [links, setLinks] = useState<Links | { error: string } | null>(null)
  const [tries, setTries] = useState(0)

  useEffect(() => {
    let open = true
    setLinks(null)
    void loadLinks(boardId, window.location.origin).then((loaded) => {
      if (open) setLinks(loaded.ok ? loaded.value : { error: loaded.error })
    })
    return () => {
      open = false
    }
  }, [boardId, tries])

  if (links && 'error' in links) {
    return (
      <div className={styles.failed} role="alert">
        <p>{links.error}</p>
        <Button onClick={() => setTries(tries + 1)}>Try again</Button>
      </div>
    )
  }
  return (
    <ul className={styles.list} aria-busy={links === null}>
      {SHOWN.map((role) => (
        <li key={role} className={styles.link} data-role={role}>
          <p className={styles.name}>
            {ROLE_WORDS[role].name} link
            {role === 'facilitator' && <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />}
          </p>
          <p className={styles.gives}>{ROLE_WORDS[role].gives}</p>
          {links ? (
            <CopyField label={`${role} link`} value={links[role]} />
          ) : (
            <Skeleton height="var(--control-h)" />
          )}
        </li>
      ))}
    </ul>
  )
}
