'use client'

import { useValue } from '@tldraw/state-react'
import { ChevronDown, ChevronUp, PanelLeftClose } from 'lucide-react'
import { can } from '@/lib/access/roles'
import { useBoardClient } from '../../board/board-context'
import { IconButton } from '../../ui/controls/icon-button'
import { ImportButton } from '../import/import-button'
import { AddField } from './add-field'
import { OnMapOnly } from './on-map/on-map-only'
import styles from './tray.module.css'
import type { SoughtCard } from './list/sought-card'
import type { TrayDrag } from './drag/tray-drag'
import { TrayList } from './list/tray-list'
import { trayWords } from './tray-words'

interface TrayProps {
  readonly drag: TrayDrag
  readonly folded: boolean
  /** A card that was found and is to be shown here. */
  readonly sought: SoughtCard | null
  readonly onFold: (folded: boolean) => void
  readonly onImport: () => void
  readonly onPasteLines: (text: string) => void
  /** Takes the place below the list. */
  readonly footRef: (foot: HTMLElement | null) => void
}

/** What waits to be placed, and the ways to bring more. */
export function Tray({ drag, folded, sought, onFold, onImport, onPasteLines, footRef }: TrayProps) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  const me = useValue(client.me)
  const words = trayWords(me.role)
  const inHand = useValue('in hand', () => drag.lifted.get() !== null, [drag])
  return (
    <section
      className={styles.tray}
      aria-label={words.region}
      data-testid="tray"
      data-folded={folded || undefined}
      data-in-hand={inHand || undefined}
    >
      <header className={styles.header}>
        <h2 className={styles.heading} tabIndex={-1}>
          {words.heading}
          <Count />
        </h2>
        {canEdit && can(me.role, 'import') && <ImportButton onOpen={onImport} />}
        <IconButton
          label="Fold this list"
          size="small"
          className={styles.foldSide ?? ''}
          onClick={() => onFold(true)}
        >
          <PanelLeftClose size={16} strokeWidth={1.75} />
        </IconButton>
        <IconButton
          label={folded ? 'Show the cards' : 'Hide the cards'}
          size="small"
          className={styles.foldSheet ?? ''}
          aria-expanded={!folded}
          onClick={() => onFold(!folded)}
        >
          {folded ? <ChevronUp size={20} strokeWidth={1.75} /> : <ChevronDown size={20} strokeWidth={1.75} />}
        </IconButton>
      </header>
      {canEdit && (
        <div className={styles.add}>
          <AddField onPasteLines={onPasteLines} />
        </div>
      )}
      <TrayList drag={drag} sought={sought} onImport={onImport} />
      <OnMapOnly />
      <div ref={footRef} className={styles.foot} />
    </section>
  )
}

/** How many wait; nothing as long as nobody can know. */
function Count() {
  const client = useBoardClient()
  const ready = useValue(client.ready)
  const waiting = useValue('waiting', () => client.view.unplaced.get().length, [client])
  if (!ready && waiting === 0) return null
  return (
    <span className={styles.count} data-testid="tray-count">
      {waiting}
    </span>
  )
}
