'use client'

import { useValue } from '@tldraw/state-react'
import { useBoardClient } from '../../board/board-context'
import { Dialog } from '../../ui/overlays/dialogs/dialog'
import { PictureForm } from './picture-form'

interface PictureDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

export function PictureDialog({ open, onOpenChange }: PictureDialogProps) {
  const client = useBoardClient()
  const canvas = useValue(client.canvas)
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Export a picture"
      size="wide"
      description="Save it as a file, or copy it to paste elsewhere."
    >
      {canvas ? (
        <PictureForm pictures={canvas.pictures} onDone={() => onOpenChange(false)} />
      ) : (
        <p>The board is not drawn yet. Wait a moment.</p>
      )}
    </Dialog>
  )
}
