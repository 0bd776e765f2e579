import type { Clock } from '../../sync/clock'

/** Some browsers never answer, neither yes nor no: what they have not said by then is done without. */
export const ANSWERED_WITHIN_MS = 2_000

/** A page that was held up for seconds could not hear the answer meanwhile: that counts as one step. */
const STEP_MS = 100

export const LATE = Symbol('late')

/** Resolves as the work does, or with `LATE` after so long in which this page could have heard of it. */
export async function inTime<Value>(
  work: Promise<Value>,
  atMostMs: number,
  clock: Pick<Clock, 'after'>,
): Promise<Value | typeof LATE> {
  let callOff = (): void => undefined
  const late = new Promise<typeof LATE>((resolve) => {
    const wait = (leftMs: number): void => {
      if (leftMs <= 0) return resolve(LATE)
      callOff = clock.after(STEP_MS, () => wait(leftMs - STEP_MS))
    }
    wait(atMostMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    callOff()
  }
}
