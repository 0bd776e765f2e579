import { tlenv, Vec, type Editor, type TLWheelEventInfo } from 'tldraw'
import { clamp } from '@/lib/clamp'
import { learnWheel, type WheelMemory, type WheelSign } from '@/lib/moving/wheel-device'
import { browserPreferences } from '../../board/preferences'

/** The most a turn of the wheel zooms by when a key makes it one, as the engine has it. */
const ZOOM_STEP_MOST = 10

/**
 * A mouse wheel zooms, two fingers on a trackpad pan, a pinch or Ctrl zooms with either. Which it is shows in the
 * events; who knows better says so in the settings. Answers with the undo.
 *
 * The engine never hears the events themselves: it hears the last turn again 140 ms later, tells that from a turn by the
 * time alone, and so passes over every turn that follows another after 120 to 160 ms, and moves twice on a busy page.
 */
export function bindWheel(editor: Editor): () => void {
  const { wheel } = browserPreferences()
  let memory: WheelMemory | null = null
  const onWheel = (event: WheelEvent): void => {
    // What lies in front of the canvas scrolls itself, or has the engine hand the turn on to the canvas.
    if (!(event.target instanceof Element) || !event.target.closest('.tl-canvas')) return
    event.preventDefault()
    event.stopPropagation()
    memory = learnWheel(memory, signOf(event))
    const choice = wheel.value.get()
    const device = choice === 'auto' ? memory.device : choice
    // With Ctrl the engine does the opposite, and with Shift a wheel goes sideways.
    const pans = device === 'trackpad' || event.ctrlKey || event.metaKey || event.shiftKey
    setWheel(editor, pans ? 'pan' : 'zoom')
    // To look about needs no click first while the keyboard is elsewhere on the page.
    if (!editor.getInstanceState().isFocused) editor.focus({ focusContainer: false })
    editor.dispatch(turnOf(event))
  }
  const container = editor.getContainer()
  container.addEventListener('wheel', onWheel, { capture: true, passive: false })
  return () => {
    container.removeEventListener('wheel', onWheel, { capture: true })
  }
}

function signOf(event: WheelEvent): WheelSign {
  const { deltaX, deltaY, deltaMode, ctrlKey, shiftKey, timeStamp: atMs } = event
  return {
    ...{ deltaX, deltaY, deltaMode, ctrlKey, shiftKey, atMs },
    wheelDeltaY: 'wheelDeltaY' in event && typeof event.wheelDeltaY === 'number' ? event.wheelDeltaY : 0,
  }
}

/** A turn of the wheel as the engine reads it. */
function turnOf(event: WheelEvent): TLWheelEventInfo {
  const { clientX, clientY, shiftKey, altKey, ctrlKey, metaKey } = event
  return {
    ...{ type: 'wheel', name: 'wheel', shiftKey, altKey, metaKey, ctrlKey: ctrlKey || metaKey },
    accelKey: tlenv.isDarwin ? metaKey : ctrlKey || metaKey,
    point: { x: clientX, y: clientY },
    delta: deltaOf(event),
  }
}

function deltaOf({ deltaX, deltaY, shiftKey, altKey, ctrlKey, metaKey }: WheelEvent): Vec {
  if (ctrlKey || altKey || metaKey) {
    return new Vec(-deltaX, -deltaY, -clamp(deltaY, -ZOOM_STEP_MOST, ZOOM_STEP_MOST) / 100)
  }
  // Some systems turn it sideways themselves.
  return shiftKey && deltaX === 0 ? new Vec(-deltaY, 0) : new Vec(-deltaX, -deltaY)
}

function setWheel(editor: Editor, wheelBehavior: 'pan' | 'zoom'): void {
  const options = editor.getCameraOptions()
  if (options.wheelBehavior !== wheelBehavior) editor.setCameraOptions({ ...options, wheelBehavior })
}
