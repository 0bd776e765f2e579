import { describe, expect, it } from 'vitest'
import type { Box } from '@/lib/geometry/box'
import { freePlace, freePlaces } from '@/lib/teams/free-place'

const AREA = { x: 100, y: 200, w: 800, h: 400 }
const TEAM = { w: 320, h: 64 }

describe('finding room for a team', () => {
  it('begins in the top left corner', () => {
    expect(freePlace([AREA], TEAM, [])).toEqual({ x: 100, y: 200 })
  })

  it('goes on to the right, then to the next row with room for cards between', () => {
    const first = { ...freePlace([AREA], TEAM, []), ...TEAM }
    const second = { ...freePlace([AREA], TEAM, [first]), ...TEAM }
    const third = freePlace([AREA], TEAM, [first, second])
    expect(second).toMatchObject({ x: 452, y: 200 })
    expect(third).toEqual({ x: 100, y: 472 })
  })

  it('leaves less room for cards where the area is lower', () => {
    const row = [{ x: 100, y: 200, w: 800, h: 64 }]
    expect(freePlace([{ ...AREA, h: 300 }], TEAM, row)).toEqual({ x: 100, y: 376 })
  })

  it('has room for as many teams with cards under them as if all rows stood close', () => {
    const area = { ...AREA, h: 5 * 64 + 4 * 112 }
    const taken: Box[] = []
    for (let count = 0; count < 10; count++) taken.push({ ...freePlace([area], TEAM, taken), ...TEAM })
    expect(taken.slice(0, 6).map(({ y }) => y)).toEqual([200, 200, 552, 552, 904, 904])
    expect(taken.slice(6).map(({ y }) => y)).toEqual([376, 376, 728, 728])
  })

  it('stands teams closer where there is no room for more', () => {
    const taken = [{ x: 100, y: 250, w: 800, h: 64 }]
    expect(freePlace([{ ...AREA, h: 260 }], TEAM, taken)).toEqual({ x: 100, y: 392 })
    expect(freePlace([{ ...AREA, h: 240 }], TEAM, taken)).toEqual({ x: 100, y: 344 })
  })

  it('looks in a wider area before it stands a team on others', () => {
    const taken = [{ x: 100, y: 200, w: 800, h: 120 }]
    const seen = { ...AREA, h: 120 }
    expect(freePlace([seen, AREA], TEAM, taken)).toEqual({ x: 100, y: 536 })
  })

  it('stands clearly aside from others, and off their names, where every area is full', () => {
    const rows = Array.from({ length: 5 }, (_, row) => 200 + row * 80)
    const taken: Box[] = rows.flatMap((y) => [100, 436].map((x) => ({ x, y, ...TEAM })))
    for (let more = 0; more < 3; more++) {
      const place = freePlace([{ ...AREA, w: 656 }], TEAM, taken)
      for (const other of taken) {
        const aside = Math.max(Math.abs(place.x - other.x), Math.abs(place.y - other.y))
        expect(aside).toBeGreaterThanOrEqual(48)
      }
      taken.push({ ...place, ...TEAM })
    }
  })
})

describe('finding room for several teams', () => {
  it('stands each clear of those before it, and none where there is no room', () => {
    const boxes = freePlaces({ ...AREA, h: 64 }, [TEAM, TEAM, TEAM, { w: 80, h: 60 }], [])
    expect(boxes.map((box) => box && [box.x, box.y])).toEqual([[100, 200], [452, 200], null, [804, 200]])
  })

  it('finds for each the place that it would find alone', () => {
    const taken = [{ x: 133, y: 250, w: 200, h: 64 }]
    const [first, second] = freePlaces(AREA, [TEAM, TEAM], taken)
    expect(first).toEqual({ ...freePlace([AREA], TEAM, taken), ...TEAM })
    expect(second).toEqual({ ...freePlace([AREA], TEAM, [...taken, ...(first ? [first] : [])]), ...TEAM })
  })
})
