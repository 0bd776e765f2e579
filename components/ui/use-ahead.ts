import { useEffect } from 'react'

/**
 * Fetches code that will be needed: at once, or not before the page has nothing else to do, and never then for who saves
 * data. Whoever needs it asks again, and is told when it cannot be had.
 */
export function useAhead(fetchCode: (() => Promise<unknown>) | null, whenIdle: boolean): void {
  useEffect(() => {
    const start = (): void => void fetchCode?.().catch(() => null)
    if (!whenIdle) return start()
    if (savesData()) return
    const { requestIdleCallback: idle } = window as Partial<Window>
    if (!idle) return start()
    const waiting = idle(start)
    return () => cancelIdleCallback(waiting)
  }, [fetchCode, whenIdle])
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}
