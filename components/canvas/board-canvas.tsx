'use client'

import { useBoardClient } from '../board/board-context'
import { CanvasLoader } from './canvas-loader'

/** The canvas of the board around it. */
export function BoardCanvas(): React.ReactNode {
  return <CanvasLoader client={useBoardClient()} />
}
