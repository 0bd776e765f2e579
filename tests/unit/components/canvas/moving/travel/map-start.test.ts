import { expect, it } from 'vitest'
import { mapStart } from '@/components/canvas/moving/travel/map-start'
import { TEAM_MAP } from '@/lib/templates/team-map'

const AT = { x: 2_000, y: 300 }
const ground = (w: number, h: number) => ({
  screen: { w, h },
  frame: { ...AT, ...TEAM_MAP.size },
  heading: { ...TEAM_MAP.heading, x: AT.x + TEAM_MAP.heading.x, y: AT.y + TEAM_MAP.heading.y },
})

it('begins on a phone at the upper left of the map, as large as names need', () => {
  const start = mapStart(ground(390, 504))
  expect(start?.z).toBeGreaterThanOrEqual(0.5)
  expect(((start?.x ?? 0) + AT.x + TEAM_MAP.heading.x) * (start?.z ?? 0)).toBeCloseTo(12)
})

it('leaves the whole map to a tablet and a laptop', () => {
  expect(mapStart(ground(820, 1_070))).toBeNull()
  expect(mapStart(ground(1_016, 672))).toBeNull()
})
