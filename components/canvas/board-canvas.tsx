'use client'

import { useBoardClient } from '../board/board-context'
import { CanvasLoader } from './loading/canvas-loader'

interface BoardCanvasProps {
  /** The operator's own key for the canvas engine, if there is one. */
  readonly licenseKey: string | undefined
}

/** The canvas of the board around it. */
export function BoardCanvas({ licenseKey }: BoardCanvasProps): React.ReactNode {
  return <CanvasLoader client={useBoardClient()} licenseKey={licenseKey} />
}
