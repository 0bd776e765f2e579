import { useEffect } from 'react'

/**
 * Fetches code that the next page needs, once this one has nothing else to do; not for who saves data. Whoever needs it
 * asks again, and is told when it cannot be had.
 */
export function useAhead(fetchCode: (() => Promise<unknown>) | null): void {
  useEffect(() => {
    if (savesData()) return
    const start = (): void => void fetchCode?.().catch(() => null)
    const { requestIdleCallback: idle } = window as Partial<Window>
    if (!idle) return start()
    const waiting = idle(start)
    return () => cancelIdleCallback(waiting)
  }, [fetchCode])
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}
