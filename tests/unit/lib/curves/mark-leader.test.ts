import { describe, expect, it } from 'vitest'
import { CURVES } from '@/lib/curves/catalogue'
import { placeBriefMarkLabels, placeMarkLabels } from '@/lib/curves/mark-labels'
import { leaderOf } from '@/lib/curves/mark-leader'

const BOX = { w: 400, h: 280 }
const NEAR_PX = 22

const CASES = CURVES.flatMap((curve) => [
  { name: `${curve.id} in small letters`, labels: placeMarkLabels(curve, BOX, (text) => text.length * 6) },
  {
    name: `${curve.id} in large letters`,
    labels: placeBriefMarkLabels(curve, BOX, (text) => text.length * 8),
  },
])

describe.each(CASES)('the lines from the words of $name', ({ labels }) => {
  it('lead each to its own tick, unless it stands by it', () => {
    for (const mark of labels) {
      const line = leaderOf(mark, labels)
      if (mark.tick.y - mark.text.y <= NEAR_PX) expect(line, mark.label).toBeNull()
      else expect(line?.at(-1), mark.label).toMatchObject({ x: mark.tick.x })
    }
  })

  it('run through no words of others', () => {
    for (const mark of labels) {
      const points = leaderOf(mark, labels) ?? []
      for (const { room } of labels.filter((other) => other !== mark)) {
        points.slice(1).forEach((to, at) => {
          const from = points[at] ?? to
          for (let share = 0; share <= 1; share += 0.05) {
            const [x, y] = [from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)]
            const isIn = x > room.x && x < room.x + room.w && y > room.y && y < room.y + room.h
            expect(isIn, mark.label).toBe(false)
          }
        })
      }
    }
  })
})

it('is none where other words leave no way to the tick', () => {
  const mark = {
    label: 'far',
    lines: ['far'],
    tick: { x: 20, y: 200 },
    text: { x: 40, y: 40 },
    room: { x: 10, y: 28, w: 30, h: 12 },
  }
  const wall = { ...mark, label: 'wall', text: { x: 90, y: 100 }, room: { x: 0, y: 80, w: 90, h: 20 } }
  expect(leaderOf(mark, [mark, wall])).toBeNull()
  expect(leaderOf(mark, [mark])).toHaveLength(2)
})
