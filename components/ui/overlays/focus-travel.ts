/** Keys by which people go from control to control. */
const TRAVEL_KEYS = ['Tab', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']

/** Whether the keyboard is on its way from control to control, so that focus that comes now was sent by a person. */
export interface FocusTravel {
  isUnderWay: boolean
}

/** Keeps this up to date with the keys and hands on a page; answers with its undo. */
export function watchFocusTravel(page: EventTarget, travel: FocusTravel): () => void {
  const onKey = (event: Event): void => {
    travel.isUnderWay = 'key' in event && TRAVEL_KEYS.includes(String(event.key))
  }
  const onHand = (): void => {
    travel.isUnderWay = false
  }
  page.addEventListener('keydown', onKey, { capture: true })
  page.addEventListener('pointerdown', onHand, { capture: true })
  return () => {
    page.removeEventListener('keydown', onKey, { capture: true })
    page.removeEventListener('pointerdown', onHand, { capture: true })
  }
}
