import type { Clock } from '../../board/sync/clock'

/** What a hand or a keyboard does. */
const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

interface IdleTimer {
  /** Where the signs of life are heard. */
  readonly target: EventTarget
  readonly clock: Pick<Clock, 'now' | 'after'>
  readonly idleMs: number
  readonly onIdle: () => void
}

/** Calls back once when nothing was done for so long; answers with the undo. */
export function startIdleTimer({ target, clock, idleMs, onIdle }: IdleTimer): () => void {
  let last = clock.now()
  const hear = (): void => {
    last = clock.now()
  }
  const wait = (ms: number): (() => void) =>
    clock.after(ms, () => {
      const left = last + idleMs - clock.now()
      if (left > 0) callOff = wait(left)
      else onIdle()
    })
  let callOff = wait(idleMs)
  for (const sign of SIGNS_OF_LIFE) target.addEventListener(sign, hear, { capture: true, passive: true })
  return () => {
    callOff()
    for (const sign of SIGNS_OF_LIFE) target.removeEventListener(sign, hear, { capture: true })
  }
}
