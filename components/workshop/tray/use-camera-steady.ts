import { useLayoutEffect, useRef } from 'react'
import type { BoardClient } from '../../board/board-client'
import { isTrayDocked } from './use-tray-fold'

const TRAY_PX = 264

/** Folding the tray moves the canvas's left edge; the camera goes the other way, so that nothing under the hand jumps. */
export function useCameraSteady(client: Pick<BoardClient, 'canvas'>, folded: boolean): void {
  const before = useRef(folded)
  useLayoutEffect(() => {
    if (before.current === folded) return
    before.current = folded
    if (isTrayDocked()) client.canvas.get()?.shiftCamera(folded ? TRAY_PX : -TRAY_PX)
  }, [client, folded])
}
