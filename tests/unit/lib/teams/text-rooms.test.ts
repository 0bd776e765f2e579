import { expect, test } from 'vitest'
import { polygonHolds } from '@/lib/geometry/convex'
import { outlineOf } from '@/lib/teams/outline'
import { textRooms } from '@/lib/teams/text-rooms'

test('text in an octagon stands in boxes whose corners its outline holds', () => {
  for (const size of [
    { w: 140, h: 110 },
    { w: 90, h: 200 },
    { w: 400, h: 80 },
  ]) {
    const rooms = textRooms('complicated-subsystem', size)
    expect(rooms.length).toBeGreaterThan(1)
    const { corners } = outlineOf('complicated-subsystem', size)
    for (const { w, h } of rooms) {
      const [left, top] = [(size.w - w) / 2 + 0.01, (size.h - h) / 2 + 0.01]
      const [right, bottom] = [size.w - left, size.h - top]
      const box = [
        { x: left, y: top },
        { x: right, y: top },
        { x: right, y: bottom },
        { x: left, y: bottom },
      ]
      expect(polygonHolds(corners, box)).toBe(true)
    }
  }
})

test('in every other team it has the whole box', () => {
  expect(textRooms('platform', { w: 400, h: 72 })).toEqual([{ w: 400, h: 72 }])
})
