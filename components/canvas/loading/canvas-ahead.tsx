'use client'

import { useAhead } from '../../ui/use-ahead'

// On the server its packages would be loaded a second time, beside those of the rooms.
const fetchCanvas = typeof window === 'undefined' ? null : () => import('../canvas')

/** Fetches the code of the canvas, half a megabyte, before there is a board to ask for it; draws nothing. */
export function CanvasAhead({ whenIdle = false }: { readonly whenIdle?: boolean }): null {
  useAhead(fetchCanvas, whenIdle)
  return null
}
