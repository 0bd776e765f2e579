import { describe, expect, it } from 'vitest'
import { clearOffset } from '@/lib/board/places/clear-offset'
import { interactionBox, type Spanning } from '@/lib/board/places/interaction-places'
import { overlaps, sharedPx, type Box } from '@/lib/geometry/box'

const AREA = { x: 0, y: 0, w: 2_000, h: 1_200 }
const HELP = { mode: 'collaboration', wh: [140, 60], rotation: 0 } as const
const wide = (x: number, y: number): Box => ({ x, y, w: 320, h: 64 })

const [TOP, BOTTOM] = [wide(600, 200), wide(600, 600)]
const BETWEEN = wide(600, 400)

function boxOf(given: Omit<Spanning, 'offset'>, teams: readonly [Box, Box], taken: readonly Box[]): Box {
  return interactionBox({ ...given, offset: clearOffset(given, teams, { taken, area: AREA }) }, ...teams)
}

describe('a new interaction', () => {
  it('stands in the middle where nothing lies there', () => {
    expect(clearOffset(HELP, [TOP, BOTTOM], { taken: [wide(0, 0)], area: AREA })).toEqual([0, 0])
  })

  it('stands beside a team between its own, at right angles and as near as it can', () => {
    const [dx, dy] = clearOffset(HELP, [TOP, BOTTOM], { taken: [BETWEEN], area: AREA })
    expect(dy).toBe(0)
    // Half a team, half an interaction, the air between them, in steps.
    expect(dx).toBeGreaterThanOrEqual(160 + 70 + 8)
    expect(dx).toBeLessThan(160 + 70 + 8 + 8)
    expect(clearOffset(HELP, [wide(0, 400), wide(1_200, 400)], { taken: [BETWEEN], area: AREA })).toEqual([
      0, -72,
    ])
  })

  it('takes the other side where the first one is taken too, or leaves the part for teams', () => {
    const right = wide(940, 400)
    const [dx] = clearOffset(HELP, [TOP, BOTTOM], { taken: [BETWEEN, right], area: AREA })
    expect(dx).toBeLessThan(-230)
    const narrow = { ...AREA, w: 1_000 }
    expect(clearOffset(HELP, [TOP, BOTTOM], { taken: [BETWEEN], area: narrow })[0]).toBe(dx)
  })

  it('moves along the line where there is no room across it, off its own teams', () => {
    const row = [wide(240, 400), BETWEEN, wide(960, 400)]
    const box = boxOf(HELP, [TOP, BOTTOM], row)
    expect(box.x + box.w / 2).toBe(760)
    for (const one of [TOP, BOTTOM, ...row]) expect(overlaps(box, one)).toBe(false)
  })

  it('lies no more on its own teams than in the middle', () => {
    const teams = [wide(600, 200), wide(700, 300)] as const
    const first = boxOf(HELP, teams, [])
    const second = boxOf(HELP, teams, [first])
    const ownPx = (box: Box): number => sharedPx(box, teams[0]) + sharedPx(box, teams[1])
    expect(overlaps(first, second)).toBe(false)
    expect(ownPx(second)).toBeLessThanOrEqual(ownPx(first))
  })

  it('is kept clear as it is turned', () => {
    const service = { mode: 'x-as-a-service', wh: [40, 120], rotation: Math.PI / 2 } as const
    const [left, right] = [wide(0, 400), wide(1_200, 400)]
    const box = boxOf(service, [left, right], [BETWEEN])
    expect(box).toMatchObject({ w: 120, h: 40 })
    expect(overlaps(box, BETWEEN)).toBe(false)
    expect(BETWEEN.y - box.y - box.h).toBeLessThan(16)
  })

  it('stays in the middle where no place near is free', () => {
    expect(clearOffset(HELP, [TOP, BOTTOM], { taken: [AREA], area: AREA })).toEqual([0, 0])
  })
})
