'use client'

import { useValue } from '@tldraw/state-react'
import { Share2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { can } from '@/lib/access/roles'
import { useBoardClient } from '../../board/board-context'
import { Wordmark } from '../../ui/brand/wordmark'
import { Button } from '../../ui/controls/button'
import { ThemeSwitch } from '../../ui/theme/theme-choices'
import { PictureDialog } from '../picture/picture-dialog'
import { ShareDialog } from '../share/share-dialog'
import { ExportMenu } from './export-menu'
import { MoreMenu } from './more-menu'
import { People } from './people'
import { SaveStateMark } from './save-state'
import styles from './top-bar.module.css'
import { UndoButtons } from './undo-buttons'

export function TopBar() {
  const client = useBoardClient()
  const me = useValue(client.me)
  const [sharing, setSharing] = useState(false)
  const [picturing, setPicturing] = useState(false)
  const mayShare = can(me.role, 'share')
  return (
    <header className={styles.bar}>
      <Link href="/" className={styles.home} aria-label="Contour, to your boards">
        <Wordmark compact />
      </Link>
      <h1 className={styles.title} title={client.title}>
        {client.title}
      </h1>
      <SaveStateMark />
      <div className={styles.end}>
        {can(me.role, 'edit') && <UndoButtons />}
        <People />
        {mayShare && (
          <Button look="primary" className={styles.share} onClick={() => setSharing(true)}>
            <Share2 size={16} strokeWidth={1.75} />
            Share
          </Button>
        )}
        <ExportMenu onPicture={() => setPicturing(true)} />
        <ThemeSwitch className={styles.wide ?? ''} />
        <MoreMenu onShare={mayShare ? () => setSharing(true) : null} onPicture={() => setPicturing(true)} />
      </div>
      <PictureDialog open={picturing} onOpenChange={setPicturing} />
      {mayShare && <ShareDialog open={sharing} onOpenChange={setSharing} />}
    </header>
  )
}
