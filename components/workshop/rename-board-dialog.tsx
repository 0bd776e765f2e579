'use client'

import { useState } from 'react'
import { NAME_LIMITS } from '@/lib/name-limits'
import { OneFieldDialog } from '../ui/overlays/dialogs/one-field-dialog'
import { renameBoard } from './entry/board-calls'
import { failureWords } from './failure-words'

const WORDS = { failed: 'The board was not renamed.', unsure: 'the board was renamed' }

interface RenameBoardDialogProps {
  readonly board: { readonly id: string; readonly title: string }
  readonly onClose: () => void
  readonly onRenamed?: () => void
}

export function RenameBoardDialog({ board, onClose, onRenamed }: RenameBoardDialogProps) {
  // Somebody else may rename it meanwhile: whoever changes nothing here takes nothing of that back.
  const [found] = useState(board.title)
  const rename = async (title: string): Promise<string | null> => {
    if (title === '') return 'Give the board a title.'
    if (title === found) return null
    const renamed = await renameBoard(board.id, title)
    if (!renamed.ok) return failureWords(renamed.error, WORDS)
    onRenamed?.()
    return null
  }
  return (
    <OneFieldDialog
      title="Rename the board"
      label="Title"
      value={found}
      maxLength={NAME_LIMITS.BOARD_CHARACTERS}
      submit="Rename"
      onSubmit={rename}
      onClose={onClose}
    />
  )
}
