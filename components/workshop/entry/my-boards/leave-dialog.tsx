'use client'

import { Button } from '../../../ui/controls/button'
import { Dialog } from '../../../ui/overlays/dialogs/dialog'
import type { ListedBoard } from './card/board-card'

interface LeaveDialogProps {
  readonly board: ListedBoard
  readonly onClose: () => void
  readonly onLeave: () => void
}

/** Asks before somebody gives up a way back that only another person can give them again. */
export function LeaveDialog({ board, onClose, onLeave }: LeaveDialogProps) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Take “${board.title}” off your list?`}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button look="danger" onClick={onLeave}>
            Take it off
          </Button>
        </>
      }
    >
      <p>You leave the board. What you did there stays. To come back, you need its link again.</p>
    </Dialog>
  )
}
