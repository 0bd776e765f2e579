import { orReport } from '../board/or-report'

/**
 * Takes all of these back, the last first, though one throws: React would take the whole page down with a canvas that goes
 * because it fell.
 */
export function undoAll(undos: readonly (() => void)[]): void {
  for (const undo of [...undos].reverse()) orReport(undo)
}
