import type { Clock } from '../clock'
import { Pace } from '../pace'

/** Loads heavy boards one after the other, so that loading leaves most of the time to boards that are open. */
export interface LoadTurns {
  /**
   * Does this when it is the turn of whoever asks. Refuses with `overloaded` where that does not come in time or too many
   * wait, and with `restarting` what waits when the turns end.
   */
  inTurn<Value>(work: (pace: Pace) => Promise<Value>): Promise<Value>
  /** Lets go of all that waits. */
  stop(): void
}

/** Turns of nobody who waits: each load begins at once. */
export function loadAtOnce(clock: Pick<Clock, 'now'>): LoadTurns {
  return { inTurn: (work) => work(new Pace(clock)), stop: () => undefined }
}
