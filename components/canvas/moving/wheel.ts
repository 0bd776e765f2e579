import type { Editor } from 'tldraw'
import { learnWheel, type WheelMemory } from '@/lib/moving/wheel-device'
import { browserPreferences } from '../../board/preferences'

/**
 * A mouse wheel zooms, two fingers on a trackpad pan, a pinch or Ctrl zooms with either. Which it is shows in the
 * events; who knows better says so in the settings. Answers with the undo.
 */
export function bindWheel(editor: Editor): () => void {
  const { wheel } = browserPreferences()
  let memory: WheelMemory | null = null
  const onWheel = (event: WheelEvent): void => {
    const { deltaX, deltaY, deltaMode, ctrlKey, shiftKey, timeStamp: atMs } = event
    memory = learnWheel(memory, {
      ...{ deltaX, deltaY, deltaMode, ctrlKey, shiftKey, atMs },
      wheelDeltaY: 'wheelDeltaY' in event && typeof event.wheelDeltaY === 'number' ? event.wheelDeltaY : 0,
    })
    const choice = wheel.value.get()
    const device = choice === 'auto' ? memory.device : choice
    // With Ctrl the engine does the opposite, and with Shift a wheel goes sideways.
    const pans = device === 'trackpad' || event.ctrlKey || event.metaKey || event.shiftKey
    setWheel(editor, pans ? 'pan' : 'zoom')
    // The engine passes over a wheel while the keyboard is elsewhere on the page; to look about needs no click first.
    if (!editor.getInstanceState().isFocused) editor.focus({ focusContainer: false })
    setTimeout(() => spend(event))
  }
  const container = editor.getContainer()
  container.addEventListener('wheel', onWheel, { capture: true, passive: true })
  return () => {
    container.removeEventListener('wheel', onWheel, { capture: true })
  }
}

/**
 * The engine hears the last turn of a wheel again 140 ms later, and knows it by that time alone: on a page that is busy
 * then, the view would go as far once more. A turn that has been heard says from then on that it was none.
 */
function spend(event: WheelEvent): void {
  const none = { value: 0, configurable: true }
  Object.defineProperties(event, { deltaX: none, deltaY: none })
}

function setWheel(editor: Editor, wheelBehavior: 'pan' | 'zoom'): void {
  const options = editor.getCameraOptions()
  if (options.wheelBehavior !== wheelBehavior) editor.setCameraOptions({ ...options, wheelBehavior })
}
