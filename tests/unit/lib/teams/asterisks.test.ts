import { expect, test } from 'vitest'
import type { Box } from '@/lib/geometry/box'
import { polygonHolds } from '@/lib/geometry/convex'
import { asterisks } from '@/lib/teams/asterisks'
import { onPage } from '@/lib/teams/interaction-geometry'
import type { InteractionModeId } from '@/lib/teams/interaction-modes'
import { outlineOf } from '@/lib/teams/outline'
import type { TeamTypeId } from '@/lib/teams/team-types'

const outlined = (kind: TeamTypeId | InteractionModeId, box: Box) =>
  onPage(outlineOf(kind, box).corners, box, 0)
const TOP = outlined('stream-aligned', { x: 0, y: 0, w: 320, h: 64 })
const MIDDLE = outlined('platform', { x: 0, y: 100, w: 320, h: 64 })
const BOTTOM = outlined('undefined-team', { x: 0, y: 200, w: 320, h: 64 })
const LONG = outlined('collaboration', { x: 100, y: 20, w: 140, h: 220 })

test('an interaction over its own two teams has none, also where a third only touches it', () => {
  const beside = outlined('platform', { x: 240, y: 100, w: 320, h: 64 })
  expect(asterisks(LONG, [TOP, BOTTOM], [])).toEqual([])
  expect(asterisks(LONG, [TOP, BOTTOM], [beside])).toEqual([])
})

test('where it lies over a third, one stands on each of its teams, under it and off their names', () => {
  const [top, bottom] = asterisks(LONG, [TOP, BOTTOM], [MIDDLE])
  if (!top || !bottom) throw new Error('Both teams have one.')
  expect(polygonHolds(TOP, [top]) && polygonHolds(LONG, [top])).toBe(true)
  expect(polygonHolds(BOTTOM, [bottom]) && polygonHolds(LONG, [bottom])).toBe(true)
  for (const [at, y] of [
    [top, 32],
    [bottom, 232],
  ] as const) {
    expect(Math.hypot(at.x - 160, 3 * (at.y - y))).toBeGreaterThan(30)
  }
})

test('a team that it does not reach has its own at the near end', () => {
  const short = outlined('collaboration', { x: 100, y: 110, w: 140, h: 60 })
  const [top, bottom] = asterisks(short, [TOP, BOTTOM], [MIDDLE])
  expect(top?.y).toBeGreaterThan(40)
  expect(bottom?.y).toBeLessThan(220)
  expect(polygonHolds(TOP, top ? [top] : [])).toBe(true)
  expect(polygonHolds(BOTTOM, bottom ? [bottom] : [])).toBe(true)
})
