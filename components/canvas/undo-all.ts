/**
 * Takes all of these back, the last first, though one throws: React would take the whole page down with a canvas that goes
 * because it fell. What was thrown is reported as any fault is.
 */
export function undoAll(undos: readonly (() => void)[]): void {
  for (const undo of [...undos].reverse()) {
    try {
      undo()
    } catch (error) {
      globalThis.reportError(error)
    }
  }
}
