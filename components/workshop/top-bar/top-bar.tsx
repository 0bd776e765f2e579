'use client'

import { useValue } from '@tldraw/state-react'
import { Search, Share2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { can } from '@/lib/access/roles'
import { useBoardClient } from '../../board/board-context'
import { Wordmark } from '../../ui/brand/wordmark'
import { Button } from '../../ui/controls/button'
import { IconButton } from '../../ui/controls/icon-button'
import { modifierKey } from '../../ui/modifier-key'
import { TemplateSwitch } from '../moving/template-switch'
import { PictureDialog } from '../picture/picture-dialog'
import { SettingsMenu } from '../settings/settings-menu'
import { ShareDialog } from '../share/share-dialog'
import { BoardTitle } from './board-title'
import { ExportMenu } from './export-menu'
import { MoreMenu } from './more-menu'
import { People } from './people'
import { SaveStateMark } from './save-state'
import { TemplateMenu } from './template-menu'
import styles from './top-bar.module.css'
import { UndoButtons } from './undo-buttons'

interface TopBarProps {
  readonly onSearch: () => void
  readonly onHelp: () => void
}

export function TopBar({ onSearch, onHelp }: TopBarProps) {
  const client = useBoardClient()
  const me = useValue(client.me)
  const [sharing, setSharing] = useState(false)
  const [picturing, setPicturing] = useState(false)
  const isClosed = useValue('closed', () => client.saveState.get().kind === 'closed', [client])
  const mayShare = can(me.role, 'share') && !isClosed
  return (
    <header className={styles.bar}>
      <Link href="/" className={styles.home} aria-label="Contour, to your boards">
        <Wordmark compact />
      </Link>
      <BoardTitle mayRename={can(me.role, 'manage') && !isClosed} />
      <SaveStateMark />
      <TemplateSwitch />
      <div className={styles.end}>
        <IconButton
          label="Find a card or team"
          shortcut={`${modifierKey()}+F`}
          className={styles.wide ?? ''}
          onClick={onSearch}
        >
          <Search size={20} strokeWidth={1.75} />
        </IconButton>
        {can(me.role, 'edit') && <UndoButtons />}
        <People />
        {mayShare && (
          <Button look="primary" className={styles.share} onClick={() => setSharing(true)}>
            <Share2 size={16} strokeWidth={1.75} />
            Share
          </Button>
        )}
        <TemplateMenu />
        <ExportMenu onPicture={() => setPicturing(true)} />
        <SettingsMenu className={styles.wide ?? ''} onHelp={onHelp} />
        <MoreMenu
          onShare={mayShare ? () => setSharing(true) : null}
          onPicture={() => setPicturing(true)}
          onSearch={onSearch}
          onHelp={onHelp}
        />
      </div>
      <PictureDialog open={picturing} onOpenChange={setPicturing} />
      {mayShare && <ShareDialog open={sharing} onOpenChange={setSharing} />}
    </header>
  )
}
