import { Vec, type Editor, type TLEventInfo } from 'tldraw'
import { expect, test } from 'vitest'
import { endPressesBrokenOff } from '@/components/canvas/rules/presses-broken-off'

/** A canvas 300 px right of the window's edge, on which a hand is at 20, 10. */
function sitDown(isPointing = true) {
  const page = new EventTarget()
  const container = Object.assign(new EventTarget(), { ownerDocument: page })
  const heard: TLEventInfo[] = []
  const editor = {
    getContainer: () => container,
    inputs: { isPointing, currentScreenPoint: new Vec(20, 10) },
    getViewportScreenBounds: () => ({ x: 300, y: 48 }),
    dispatch: (info: TLEventInfo) => void heard.push(info),
  } as unknown as Editor
  const stop = endPressesBrokenOff(editor)
  const breakOff = (): void =>
    void page.dispatchEvent(Object.assign(new Event('pointercancel'), { pointerId: 7 }))
  return { container, heard, breakOff, stop }
}

test('a press that the browser breaks off ends where the hand was', () => {
  const { heard, breakOff } = sitDown()
  breakOff()
  expect(heard).toMatchObject([{ name: 'pointer_up', point: { x: 320, y: 58 }, button: 0, pointerId: 7 }])
})

test('where nobody presses, and after the canvas has gone, nothing ends', () => {
  const { heard, breakOff } = sitDown(false)
  breakOff()
  const gone = sitDown()
  gone.stop()
  gone.breakOff()
  expect([...heard, ...gone.heard]).toEqual([])
})
