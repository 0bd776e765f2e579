/** As long as a phone itself takes before it counts a press as a long one. */
export const LONG_PRESS_MS = 500
/** A resting finger rolls a little. */
const ROLL_PX = 6

interface Press {
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
  const onMove = (event: Event): void => {
    const { clientX, clientY } = event as Event & Press
    if (Math.hypot(clientX - press.clientX, clientY - press.clientY) > ROLL_PX) stop()
  }
  window.addEventListener('pointermove', onMove, { signal: watch.signal })
  for (const end of ['pointerup', 'pointercancel', 'blur'])
    window.addEventListener(end, stop, { signal: watch.signal })
}
