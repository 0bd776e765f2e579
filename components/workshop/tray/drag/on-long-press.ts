/** As long as a phone itself takes before it counts a press as a long one. */
export const LONG_PRESS_MS = 500
/** A resting finger rolls a little. */
const ROLL_PX = 6

interface Press {
  readonly pointerId: number
  readonly clientX: number
  readonly clientY: number
}

/** Does this once a finger has rested where it pressed; not when it moves, lifts or begins to scroll before. */
export function onLongPress(window: EventTarget, press: Press, then: () => void): void {
  const watch = new AbortController()
  const stop = (): void => {
    clearTimeout(timer)
    watch.abort()
  }
  const timer = setTimeout(() => {
    stop()
    then()
  }, LONG_PRESS_MS)
  // Another finger, or the palm, says nothing of the one that rests.
  const ownOnly = (then: (event: Press) => void) => (event: Event) => {
    if ((event as Event & Press).pointerId === press.pointerId) then(event as Event & Press)
  }
  const onMove = ({ clientX, clientY }: Press): void => {
    if (Math.hypot(clientX - press.clientX, clientY - press.clientY) > ROLL_PX) stop()
  }
  const { signal } = watch
  window.addEventListener('pointermove', ownOnly(onMove), { signal })
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, ownOnly(stop), { signal })
  window.addEventListener('blur', stop, { signal })
}
