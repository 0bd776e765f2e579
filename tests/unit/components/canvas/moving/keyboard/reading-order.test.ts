import { expect, test } from 'vitest'
import { readingOrder, stopFrom } from '@/components/canvas/moving/keyboard/reading-order'

const at = (id: string, x: number, y = 0) => ({ id, centre: { x, y } })
const frameAt = (x: number) => ({ frame: { x, y: 0, w: 100, h: 100 } })

test('one template is read after the other, and last what lies beside them', () => {
  const shapes = [at('left top', 10), at('right top', 210), at('beside', 150), at('left', 10, 50)]
  const order = readingOrder(shapes, [frameAt(0), frameAt(200)])
  expect(order.map(({ id }) => id)).toEqual(['left top', 'left', 'right top', 'beside'])
})

test('the way goes on from a template, forwards from its first and backwards from its last', () => {
  const order = readingOrder(
    [at('a', 10), at('b', 210), at('c', 220), at('d', 610)],
    [frameAt(0), frameAt(200), frameAt(400), frameAt(600)],
  )
  expect(stopFrom(order, 1, 'next')).toBe('b')
  expect(stopFrom(order, 1, 'prev')).toBe('c')
  expect(stopFrom(order, 2, 'next'), 'nothing stands on the third').toBe('d')
  expect(stopFrom(order, 2, 'prev')).toBe('c')
})

test('behind the last thing the way begins anew', () => {
  const order = readingOrder([at('only', 10)], [frameAt(0), frameAt(200)])
  expect(stopFrom(order, 1, 'next')).toBe('only')
  expect(stopFrom(readingOrder([at('only', 210)], [frameAt(0), frameAt(200)]), 0, 'prev')).toBe('only')
  expect(stopFrom([], 0, 'next')).toBeUndefined()
})
