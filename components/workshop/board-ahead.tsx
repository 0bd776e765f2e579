'use client'

import { useAhead } from '../ui/use-ahead'

// On the server its packages would be loaded a second time, beside those of the rooms.
const fetchBoard = typeof window === 'undefined' ? null : () => import('./open-board')

/** Fetches the code of an open board, all but its canvas, when a page without a board is idle; draws nothing. */
export function BoardAhead(): null {
  useAhead(fetchBoard)
  return null
}
