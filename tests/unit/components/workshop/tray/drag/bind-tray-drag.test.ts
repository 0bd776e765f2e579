import { expect, test } from 'vitest'
import { bindTrayDrag } from '@/components/workshop/tray/drag/bind-tray-drag'
import type { TrayDrag } from '@/components/workshop/tray/drag/tray-drag'

/** A card that the first pointer pressed, and what was done with it. */
function pressedCard() {
  const page = new EventTarget()
  const done: string[] = []
  const drag = {
    isPressedBy: ({ pointerId }: { pointerId: number }) => pointerId === 1,
    moveTo: ({ x, y }: { x: number; y: number }) => done.push(`moved to ${x}, ${y}`),
    drop: () => done.push('dropped') === 0,
    cancel: () => done.push('put back'),
  }
  bindTrayDrag(drag as unknown as TrayDrag, page)
  const point = (type: string, pointerId: number): void => {
    page.dispatchEvent(Object.assign(new Event(type), { pointerId, clientX: 4, clientY: 5 }))
  }
  return { page, point, done }
}

test('the hand that pressed a card moves it, drops it and loses it', () => {
  const { point, done } = pressedCard()
  for (const type of ['pointermove', 'pointerup', 'pointercancel']) point(type, 1)
  expect(done).toEqual(['moved to 4, 5', 'dropped', 'put back'])
})

test('a second finger, or the palm, does nothing with it', () => {
  const { point, done } = pressedCard()
  for (const type of ['pointermove', 'pointerup', 'pointercancel']) point(type, 2)
  expect(done).toEqual([])
})

test('a window that goes to the back puts it back', () => {
  const { page, done } = pressedCard()
  page.dispatchEvent(new Event('blur'))
  expect(done).toEqual(['put back'])
})
