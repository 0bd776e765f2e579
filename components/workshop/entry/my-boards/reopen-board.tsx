'use client'

import type { ErrorCode } from '@/lib/errors'
import { useBackAgain } from '../../use-back-again'

interface ReopenBoardProps {
  readonly boardId: string
  /** Why the board is refused. */
  readonly code: ErrorCode
}

/** Opens a deleted board as soon as somebody brings it back. */
export function ReopenBoard({ boardId, code }: ReopenBoardProps) {
  useBackAgain(code === 'board-deleted' ? boardId : null)
  return null
}
