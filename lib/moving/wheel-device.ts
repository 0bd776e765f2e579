// Browsers do not say whether a wheel event comes from a mouse or from two fingers on a trackpad. What they send differs.

/** What of a wheel event tells where it comes from. */
export interface WheelSign {
  readonly deltaX: number
  readonly deltaY: number
  /** 0 for pixels, 1 for lines, 2 for pages. */
  readonly deltaMode: number
  /** The old field, in notches of 120 where a wheel has them; 0 where the browser has none. */
  readonly wheelDeltaY: number
  /** A pinch of a trackpad comes as a wheel with Ctrl, which says nothing about the fingers that scroll. */
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
  readonly atMs: number
}

export type WheelDevice = 'mouse' | 'trackpad'

/** What has been learnt from the events so far. */
export interface WheelMemory {
  readonly device: WheelDevice
  readonly atMs: number
}

/** Events closer than this belong to one movement, which keeps its device. */
const ONE_MOVEMENT_MS = 180
const NOTCH = 120
const NOTCH_PX = 100
/** On a Mac and in Chromium two fingers report the old field as exactly this many times the new one. */
const FINGER_FACTOR = -3

/** Remembers or corrects the device by one more event. Before anything is known, unclear events count as a trackpad. */
export function learnWheel(before: WheelMemory | null, sign: WheelSign): WheelMemory {
  const { atMs } = sign
  const goesOn = before !== null && atMs - before.atMs < ONE_MOVEMENT_MS
  const told = deviceOf(sign)
  if (goesOn || told === null) return { device: before?.device ?? told ?? 'trackpad', atMs }
  return { device: told, atMs }
}

function deviceOf(sign: WheelSign): WheelDevice | null {
  const { deltaX, deltaY, deltaMode, ctrlKey, shiftKey } = sign
  if (ctrlKey) return null
  if (deltaMode !== 0) return 'mouse'
  if (deltaX !== 0 && deltaY !== 0) return 'trackpad'
  // A wheel goes sideways only with Shift; fingers need no key.
  if (deltaX !== 0) return shiftKey ? null : 'trackpad'
  return byStepsOf(sign)
}

function byStepsOf({ deltaY, wheelDeltaY }: WheelSign): WheelDevice | null {
  const isNotch = wheelDeltaY !== 0 && wheelDeltaY % NOTCH === 0
  const isFingers = wheelDeltaY !== 0 && wheelDeltaY === deltaY * FINGER_FACTOR
  // A quick flick of two fingers may be as long as a notch by chance.
  if (isNotch && isFingers) return null
  if (isNotch) return 'mouse'
  if (isFingers) return 'trackpad'
  return Math.abs(deltaY) >= NOTCH_PX && Number.isInteger(deltaY) ? 'mouse' : 'trackpad'
}
