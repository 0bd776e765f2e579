import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { endEnterWhereItBegan } from '@/components/canvas/rules/enter-ends-where-it-began'

/** A canvas that hears keys after the rule does. */
function sitDown() {
  const container = new EventTarget()
  const heard: string[] = []
  const stop = endEnterWhereItBegan({ getContainer: () => container } as unknown as Editor)
  container.addEventListener('keyup', (event) => heard.push((event as Event & { key: string }).key))
  const press = (type: 'keydown' | 'keyup', key: string): void => {
    container.dispatchEvent(Object.assign(new Event(type), { key }))
  }
  return { heard, press, stop }
}

test('an Enter that was pressed elsewhere does not come up on the canvas, and the next one does', () => {
  const { heard, press } = sitDown()
  press('keyup', 'Enter')
  expect(heard).toEqual([])
  press('keydown', 'Enter')
  press('keyup', 'Enter')
  press('keyup', 'Shift')
  expect(heard).toEqual(['Enter', 'Shift'])
  press('keyup', 'Enter')
  expect(heard).toHaveLength(2)
})

test('nothing is left of the rule when it ends', () => {
  const { heard, press, stop } = sitDown()
  stop()
  press('keyup', 'Enter')
  expect(heard).toEqual(['Enter'])
})
