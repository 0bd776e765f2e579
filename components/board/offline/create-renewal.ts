import { ERRORS, type ErrorCode } from '@/lib/errors'
import type { Result } from '@/lib/result'
import type { FoundDocument } from '../client/find-document'
import type { Clock } from '../sync/clock'
import type { Renewal } from './renewal'

/** More often within that time, something is wrong that no fresh document mends. */
const AT_MOST = 3
const WITHIN_MS = 60_000
const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 15_000

export interface RenewalParts {
  readonly clock: Pick<Clock, 'now' | 'after'>
  /** Asks the server which document the board has now. */
  find(): Promise<Result<FoundDocument, ErrorCode>>
  onFound(found: FoundDocument): void
}

/** Finds out which document takes the place of one that was given up, for as long as it takes. */
export function createRenewal({ clock, find, onFound }: RenewalParts): Renewal {
  let begun: readonly number[] = []
  let callOff = (): void => undefined
  let asking = 0
  const ask = async (onRefused: (code: ErrorCode) => void, waitMs: number): Promise<void> => {
    const mine = asking
    const found = await find()
    if (mine !== asking) return
    if (found.ok) return onFound(found.value)
    if (!ERRORS[found.error].retry) return onRefused(found.error)
    callOff = clock.after(waitMs, () => void ask(onRefused, Math.min(waitMs * 2, LONGEST_WAIT_MS)))
  }
  const stop = (): void => {
    asking++
    callOff()
  }
  return {
    stop,
    mayBegin: () => {
      // Where the clock was set back meanwhile, nobody knows how long ago it was.
      begun = begun.filter((at) => Math.abs(clock.now() - at) < WITHIN_MS)
      return begun.length < AT_MOST
    },
    begin: (onRefused) => {
      stop()
      begun = [...begun, clock.now()]
      void ask(onRefused, FIRST_WAIT_MS)
    },
  }
}
