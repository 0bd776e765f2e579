import type { Awareness } from 'y-protocols/awareness'
import type { Clock } from '../sync/clock'

/** Plain clients forget whoever says nothing for 30 s. */
export const RENEWED_EVERY_MS = 15_000

/**
 * Leaves it to the server who is gone: it knows whose line lives. By itself an Awareness forgets whoever says nothing
 * for 30 s, which is what pages in the background do: browsers give them a turn once a minute. Answers with the undo.
 */
export function keepPresent(awareness: Awareness, clock: Pick<Clock, 'after'>): () => void {
  clearInterval(awareness._checkInterval as number)
  const renew = (): void => {
    const mine = awareness.getLocalState()
    if (mine !== null) awareness.setLocalState(mine)
    callOff = clock.after(RENEWED_EVERY_MS, renew)
  }
  let callOff = clock.after(RENEWED_EVERY_MS, renew)
  return () => callOff()
}
