'use client'

import { useValue } from '@tldraw/state-react'
import { LayoutTemplate } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { EmptyState } from '../../ui/feedback/empty-state'
import styles from './empty-board.module.css'

/** A board with nothing on it says what to do with it. */
export function EmptyBoard() {
  const client = useBoardClient()
  const { templates } = client
  const mayAdd = useValue(templates.mayEdit)
  const canEdit = useValue(client.canEdit)
  const isEmpty = useValue(
    'nothing on the board',
    () => client.view.instances.get().length === 0 && client.canvas.get()?.isEmpty.get() === true,
    [client],
  )
  if (!isEmpty) return null
  return (
    <div className={styles.empty} data-testid="empty-board">
      <EmptyState
        picture={<TablePicture />}
        title="An empty table"
        action={
          mayAdd && (
            <Button look="primary" onClick={() => templates.asked.set({ kind: 'add' })}>
              <LayoutTemplate size={16} strokeWidth={1.75} />
              Add a template
            </Button>
          )
        }
      >
        {wordsFor({ mayAdd, canEdit })}
      </EmptyState>
    </div>
  )
}

function wordsFor({ mayAdd, canEdit }: { mayAdd: boolean; canEdit: boolean }): string {
  if (mayAdd) return 'Put up a template for the group, or start with notes and cards from the tray.'
  if (canEdit) return 'Start with notes and cards from the tray. A facilitator can put up a template.'
  return 'Nothing is here yet. It shows as soon as somebody begins.'
}

function TablePicture() {
  return (
    <svg className={styles.picture} viewBox="0 0 96 64" aria-hidden>
      <rect x="4" y="6" width="40" height="52" rx="5" strokeDasharray="3 4" />
      <rect x="52" y="6" width="40" height="52" rx="5" strokeDasharray="3 4" />
      <path data-accent d="M11 50C22 50 24 20 38 18" />
    </svg>
  )
}
