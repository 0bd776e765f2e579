import { expect, it } from 'vitest'
import { hearLeaving } from '@/components/board/text/hear-leaving'

const elementOf = (selector: string): Element =>
  ({ matches: (selectors: string) => selectors.split(', ').includes(selector) }) as unknown as Element

const [FIELD, OTHER_FIELD, BUTTON] = [elementOf('textarea'), elementOf('input'), elementOf('button')]

/** A page on which somebody is in a field, and how often it was heard that they left. */
function standIn() {
  const page = new EventTarget()
  let left = 0
  const stop = hearLeaving(() => left++, { page, field: FIELD })
  const send = (type: string, target: Element): number => {
    page.dispatchEvent(Object.defineProperty(new Event(type), 'target', { value: target }))
    return left
  }
  return { send, stop }
}

it('hears a press of a pointer elsewhere, once', () => {
  const { send } = standIn()
  expect(send('pointerdown', FIELD)).toBe(0)
  expect(send('pointerdown', BUTTON)).toBe(1)
  expect(send('pointerdown', BUTTON)).toBe(1)
})

it('hears a key in another field, not one in this field or on the page', () => {
  const { send } = standIn()
  expect([FIELD, BUTTON].map((target) => send('keydown', target))).toEqual([0, 0])
  expect(send('keydown', OTHER_FIELD)).toBe(1)
})

it('hears nothing once it is called off', () => {
  const { send, stop } = standIn()
  stop()
  expect(send('pointerdown', BUTTON)).toBe(0)
})
