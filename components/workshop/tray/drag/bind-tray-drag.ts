import type { TrayDrag } from './tray-drag'

/** Lets the window's pointer and keyboard steer the drag; answers with its undo. */
export function bindTrayDrag(drag: TrayDrag): () => void {
  const move = (event: PointerEvent): void => drag.moveTo({ x: event.clientX, y: event.clientY })
  const up = (): void => {
    if (drag.drop()) swallowNextClick()
  }
  const cancel = (): void => drag.cancel()
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !drag.lifted.get()) return
    event.preventDefault()
    event.stopPropagation()
    drag.cancel()
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
  window.addEventListener('pointercancel', cancel)
  window.addEventListener('blur', cancel)
  window.addEventListener('keydown', key, true)
  return () => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    window.removeEventListener('pointercancel', cancel)
    window.removeEventListener('blur', cancel)
    window.removeEventListener('keydown', key, true)
    drag.cancel()
  }
}

/** The release that ends a drag must not count as a click on whatever lies under the hand. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent): void => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
