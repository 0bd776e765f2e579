'use client'

import { useAhead } from '../../ui/use-ahead'

// On the server its packages would be loaded a second time, beside those of the rooms.
const fetchCanvas = typeof window === 'undefined' ? null : () => import('../canvas')

/** Fetches the code of the canvas, half a megabyte, when a page without a board is idle; draws nothing. */
export function CanvasAhead(): null {
  useAhead(fetchCanvas)
  return null
}
