import { expect, it } from 'vitest'
import { learnWheel, type WheelMemory, type WheelSign } from '@/lib/moving/wheel-device'

const still = { deltaX: 0, deltaY: 0, deltaMode: 0, wheelDeltaY: 0, ctrlKey: false, shiftKey: false, atMs: 0 }

/** The device after these events, half a second apart unless they say when. */
function after(...signs: Partial<WheelSign>[]): string | undefined {
  let memory: WheelMemory | null = null
  signs.forEach((sign, at) => {
    memory = learnWheel(memory, { ...still, atMs: at * 500, ...sign })
  })
  return (memory as WheelMemory | null)?.device
}

const NOTCH = { deltaY: 100, wheelDeltaY: -120 }
const FINGERS = { deltaY: 7, wheelDeltaY: -21 }

it('knows a mouse by its notches, on every system', () => {
  expect(after(NOTCH)).toBe('mouse')
  expect(after({ deltaY: -125, wheelDeltaY: 120 }), 'a scaled screen').toBe('mouse')
  expect(after({ deltaY: 4.000244140625, wheelDeltaY: -120 }), 'a Mac, which starts slowly').toBe('mouse')
  expect(after({ deltaY: 3, deltaMode: 1 }), 'lines instead of pixels').toBe('mouse')
  expect(after({ deltaY: 240 }), 'no old field').toBe('mouse')
})

it('knows two fingers by small steps and by going aslant', () => {
  expect(after(FINGERS)).toBe('trackpad')
  expect(after({ deltaX: 3, deltaY: 120, wheelDeltaY: -120 })).toBe('trackpad')
  expect(after({ deltaX: 12 })).toBe('trackpad')
  expect(after({ deltaY: 1.5 })).toBe('trackpad')
})

it('keeps the device through one movement: a flick of two fingers may be as long as a notch', () => {
  expect(after({ ...FINGERS, atMs: 0 }, { ...NOTCH, atMs: 60 }, { ...NOTCH, atMs: 200 })).toBe('trackpad')
  expect(after({ ...NOTCH, atMs: 0 }, { ...FINGERS, atMs: 60 })).toBe('mouse')
})

it('changes its mind when the other device is used', () => {
  expect(after(NOTCH, FINGERS)).toBe('trackpad')
  expect(after(FINGERS, NOTCH)).toBe('mouse')
})

it('learns nothing from a pinch, from Shift, or from what both could have sent', () => {
  const unclear = { deltaY: 40, wheelDeltaY: -120 }
  for (const sign of [{ deltaY: 3.2, ctrlKey: true }, { deltaX: 100, shiftKey: true }, unclear]) {
    expect(after(NOTCH, sign)).toBe('mouse')
  }
})
