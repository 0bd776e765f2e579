import type { TrayDrag } from './tray-drag'

type Listening = 'addEventListener' | 'removeEventListener'

/** Lets the window's pointer and keyboard steer the drag; answers with its undo. */
export function bindTrayDrag(drag: TrayDrag, page: Pick<Window, Listening> = window): () => void {
  const move = (event: PointerEvent): void => {
    if (drag.isPressedBy(event)) drag.moveTo({ x: event.clientX, y: event.clientY })
  }
  const up = (event: PointerEvent): void => {
    if (drag.isPressedBy(event) && drag.drop()) swallowNextClick(page)
  }
  const lose = (event: PointerEvent): void => {
    if (drag.isPressedBy(event)) drag.cancel()
  }
  const cancel = (): void => drag.cancel()
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !drag.lifted.get()) return
    event.preventDefault()
    event.stopPropagation()
    drag.cancel()
  }
  page.addEventListener('pointermove', move)
  page.addEventListener('pointerup', up)
  page.addEventListener('pointercancel', lose)
  page.addEventListener('blur', cancel)
  page.addEventListener('keydown', key, true)
  return () => {
    page.removeEventListener('pointermove', move)
    page.removeEventListener('pointerup', up)
    page.removeEventListener('pointercancel', lose)
    page.removeEventListener('blur', cancel)
    page.removeEventListener('keydown', key, true)
    drag.cancel()
  }
}

/** The release that ends a drag must not count as a click on whatever lies under the hand. */
function swallowNextClick(page: Pick<Window, Listening>): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation()
  page.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => page.removeEventListener('click', swallow, { capture: true }), 0)
}
