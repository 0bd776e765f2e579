'use client'

import { useValue } from '@tldraw/state-react'
import { useBoardClient } from '../../../board/board-context'
import { EmptyState } from '../../../ui/feedback/empty-state'
import { hasFinePointer } from '../../../ui/has-fine-pointer'
import { ImportButton } from '../../import/import-button'
import styles from '../tray.module.css'

/** The tray without cards: nothing there yet, or nothing left to do. */
export function TrayEmpty({ onImport }: { readonly onImport: () => void }) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  const known = useValue('known', () => client.view.initiatives.get().length, [client])
  if (known > 0) {
    return (
      <EmptyState className={styles.empty ?? ''} picture={<PlacedPicture />} title="Everything is placed">
        {canEdit
          ? 'Add more above. A card taken off the board waits here again.'
          : 'Every card is on the board.'}
      </EmptyState>
    )
  }
  if (!canEdit) {
    return (
      <EmptyState className={styles.empty ?? ''} picture={<BlankPicture />} title="No initiatives yet">
        They appear here as soon as somebody adds them.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      className={styles.empty ?? ''}
      picture={<BlankPicture />}
      title="Bring your initiatives"
      action={<ImportButton onOpen={onImport}>Import a spreadsheet</ImportButton>}
    >
      {hasFinePointer()
        ? 'Type one above, paste a list, or drop a spreadsheet saved as CSV.'
        : 'Type one above, or paste a list.'}
    </EmptyState>
  )
}

function BlankPicture() {
  return (
    <svg className={styles.picture} viewBox="0 0 96 64" aria-hidden>
      <rect x="14" y="6" width="68" height="24" rx="5" />
      <rect x="14" y="36" width="68" height="24" rx="5" strokeDasharray="3 4" />
      <path d="M24 14h34M24 21h20" />
    </svg>
  )
}

function PlacedPicture() {
  return (
    <svg className={styles.picture} viewBox="0 0 96 64" aria-hidden>
      <path d="M12 4v54h76" />
      <path data-accent d="M12 58C44 58 44 12 86 12" />
      <rect x="52" y="38" width="32" height="14" rx="4" />
      <circle data-accent cx="48" cy="34" r="4" />
    </svg>
  )
}
