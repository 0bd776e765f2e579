import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bindDropped,
  placeInteraction,
  teamsUnder,
  type DroppedInteraction,
} from '@/lib/board/places/interaction-places'
import type { StandingTeam } from '@/lib/board/places/teams/standing-teams'
import {
  aimed,
  aimsAt,
  centreFrom,
  cornerAt,
  gapBetween,
  isStretched,
  midpointOf,
  normalAngle,
  quarterTurnTowards,
} from '@/lib/teams/interaction-geometry'
import { ROW_GAP_PX } from '@/lib/teams/free-place'
import { INTERACTION_MODES, type InteractionModeId } from '@/lib/teams/interaction-modes'
import { TEAM_TYPES } from '@/lib/teams/team-types'
import { instanceAt, NOW } from '@/tests/support/boards/board-builders'
import { teamId } from '@/tests/support/boards/team-board'
import type { Box } from '@/lib/geometry/box'
import type { PersonId } from '@/lib/ids'

const SEED = 20_261
const px = fc.integer({ min: -200_000, max: 200_000 }).map((hundredths) => hundredths / 100)
const side = fc.integer({ min: 40, max: 500 })
const box = fc.record({ x: px, y: px, w: side, h: side })
const mode = fc.constantFrom<InteractionModeId>(...INTERACTION_MODES.map(({ id }) => id))
const rotation = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true })
const spanning = fc.record({
  mode,
  offset: fc.tuple(px, px),
  wh: fc.tuple(side, side),
  rotation,
})
const INSTANCE = instanceAt('map', 0, 0)
const SERVICE = { mode: 'x-as-a-service', offset: [0, 0], wh: [72, 76] } as const

function teamAt(name: string, at: { x: number; y: number; w: number; h: number }): StandingTeam {
  const type = TEAM_TYPES[1]?.id ?? 'platform'
  const team = { id: teamId(name), name, type, createdBy: 'ada' as PersonId, createdAt: NOW }
  return { shapeId: name, team, instance: INSTANCE, box: at, dock: { ...at, h: 0 }, stepPx: 34 }
}

describe('where an interaction stands', () => {
  it('keeps its offset from the middle between its teams wherever they move', () => {
    fc.assert(
      fc.property(spanning, box, box, px, px, (given, from, to, dx, dy) => {
        const size = { w: given.wh[0], h: given.wh[1] }
        const moved = { ...to, x: to.x + dx, y: to.y + dy }
        for (const other of [to, moved]) {
          const place = placeInteraction(given, from, other)
          const centre = centreFrom(place, size, place.rotation)
          const middle = midpointOf(from, other)
          expect(centre.x - middle.x).toBeCloseTo(given.offset[0], 4)
          expect(centre.y - middle.y).toBeCloseTo(given.offset[1], 4)
        }
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('is bound again as it was when it is put down where it stands', () => {
    fc.assert(
      fc.property(spanning, box, box, (given, from, to) => {
        const [one, other] = [teamAt('one', from), teamAt('other', to)]
        const place = placeInteraction({ ...given, mode: 'collaboration' }, from, to)
        const dropped: DroppedInteraction = {
          ...place,
          w: given.wh[0],
          h: given.wh[1],
          mode: 'collaboration',
        }
        const bound = bindDropped(dropped, one, other)
        expect(bound).toMatchObject({ from: 'one', to: 'other' })
        expect(bound.offset[0]).toBeCloseTo(given.offset[0], 1)
        expect(bound.offset[1]).toBeCloseTo(given.offset[1], 1)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('turns round its middle and comes back', () => {
    fc.assert(
      fc.property(box, rotation, ({ x, y, w, h }, turn) => {
        const corner = cornerAt({ x, y }, { w, h }, turn)
        const centre = centreFrom(corner, { w, h }, turn)
        expect(centre.x).toBeCloseTo(x, 6)
        expect(centre.y).toBeCloseTo(y, 6)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})

describe('the direction of a service', () => {
  it('always aims at the consumer, however it is turned and wherever the teams stand', () => {
    fc.assert(
      fc.property(spanning, box, box, (given, from, to) => {
        const place = placeInteraction({ ...given, mode: 'x-as-a-service' }, from, to)
        expect(aimsAt(place.rotation, from, to)).toBe(true)
        expect(aimed(place.rotation, from, to)).toBe(place.rotation)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('is never more than the half of a quarter turn and a little aside, and stays as it is given up to that', () => {
    const most = Math.PI / 4 + Math.PI / 18
    let kept = 0
    fc.assert(
      fc.property(rotation, box, side, side, fc.constantFrom(0, 1, 2, 3), (turn, from, gap, length, at) => {
        const to = boxAside(from, gap, length, at)
        const towards = at * (Math.PI / 2)
        const place = placeInteraction({ ...SERVICE, rotation: turn }, from, to)
        expect(Math.abs(normalAngle(place.rotation - towards))).toBeLessThanOrEqual(most + 1e-9)
        fc.pre(Math.abs(normalAngle(turn - towards)) < most - 1e-9)
        expect(place.rotation).toBe(turn)
        kept += 1
      }),
      { seed: SEED, numRuns: 500 },
    )
    expect(kept).toBeGreaterThan(100)
  })

  it('turns by quarter turns with its consumer, who goes all around the provider', () => {
    const from = { x: 0, y: 0, w: 320, h: 64 }
    const turns = [0, 1, 2, 3, 0].map((at) => {
      const to = boxAside(from, 200, 100, at)
      return Math.round(placeInteraction({ ...SERVICE, rotation: 0 }, from, to).rotation / (Math.PI / 2))
    })
    expect(turns).toEqual([0, 1, 2, -1, 0])
  })

  it('is the opposite one where the two are swapped', () => {
    fc.assert(
      fc.property(rotation, box, side, side, fc.constantFrom(0, 1, 2, 3), (turn, from, gap, length, at) => {
        const to = boxAside(from, gap, length, at)
        const forth = placeInteraction({ ...SERVICE, rotation: turn }, from, to).rotation
        const back = placeInteraction(
          { ...SERVICE, rotation: normalAngle(turn + Math.PI) },
          to,
          from,
        ).rotation
        expect(Math.abs(normalAngle(forth - back))).toBeCloseTo(Math.PI, 6)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('stays when the triangle is put back as it stands, and swaps when it is turned round', () => {
    let swapped = 0
    fc.assert(
      fc.property(spanning, box, box, (given, from, to) => {
        const [one, other] = [teamAt('one', from), teamAt('other', to)]
        const service = {
          ...given,
          offset: [0, 0] as const,
          wh: [40, 40] as const,
          mode: 'x-as-a-service' as const,
        }
        const place = placeInteraction(service, from, to)
        const dropped = { ...place, w: 40, h: 40, mode: service.mode }
        expect(bindDropped(dropped, one, other)).toMatchObject({ from: 'one', to: 'other' })
        const centre = centreFrom(place, dropped, place.rotation)
        const turned = normalAngle(place.rotation + Math.PI)
        const round = { ...dropped, ...cornerAt(centre, dropped, turned), rotation: turned }
        expect(bindDropped(round, one, other)).toMatchObject({ from: 'other', to: 'one' })
        swapped += 1
      }),
      { seed: SEED, numRuns: 300 },
    )
    expect(swapped).toBeGreaterThan(200)
  })

  it('begins as the quarter turn that points best', () => {
    const at = { x: 0, y: 0, w: 10, h: 10 }
    expect(quarterTurnTowards(at, { ...at, y: -300 })).toBe(0)
    expect(quarterTurnTowards(at, { ...at, x: 300 })).toBeCloseTo(Math.PI / 2)
    expect(quarterTurnTowards(at, { ...at, y: 300, x: 20 })).toBeCloseTo(Math.PI)
    expect(quarterTurnTowards(at, { ...at, x: -300 })).toBeCloseTo(-Math.PI / 2)
  })

  it('begins aimed across the gap at a team that lies straight above, below or beside, however wide either is', () => {
    const wide = fc.integer({ min: 40, max: 3_000 })
    const turns = { above: 0, below: Math.PI, right: Math.PI / 2, left: -Math.PI / 2 }
    const where = fc.constantFrom('above', 'below', 'right', 'left')
    fc.assert(
      fc.property(
        px,
        px,
        wide,
        wide,
        wide,
        wide,
        where,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (...given) => {
          const [x, y, w, h, gap, otherSide, at, along] = given
          const from = { x, y, w, h }
          const to = {
            x: at === 'right' ? x + w + gap : at === 'left' ? x - gap - otherSide : x + w * along - 1,
            y: at === 'below' ? y + h + gap : at === 'above' ? y - gap - otherSide : y + h * along - 1,
            w: otherSide,
            h: otherSide,
          }
          expect(quarterTurnTowards(from, to)).toBeCloseTo(turns[at])
        },
      ),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('counts the team under the point as the consumer', () => {
    const upper = teamAt('upper', { x: 0, y: 0, w: 100, h: 40 })
    const lower = teamAt('lower', { x: 0, y: 60, w: 100, h: 40 })
    const beside = teamAt('beside', { x: 60, y: 0, w: 100, h: 40 })
    // Upright, its point in the upper boxes.
    const dropped = { mode: 'x-as-a-service' as const, x: 30, y: 30, w: 40, h: 40, rotation: 0 }
    expect(bindDropped(dropped, upper, lower)).toMatchObject({ from: 'lower', to: 'upper' })
    // Across two that stand side by side it points at neither; the one under its point counts.
    expect(bindDropped(dropped, upper, beside)).toMatchObject({ from: 'beside', to: 'upper' })
    expect(bindDropped({ ...dropped, x: 90 }, upper, beside)).toMatchObject({ from: 'upper', to: 'beside' })
  })
})

describe('an interaction that is stretched', () => {
  it('is so exactly when its teams are further apart than twice its length and than two rows of teams', () => {
    fc.assert(
      fc.property(box, side, side, fc.integer({ min: 0, max: 3_000 }), (from, w, h, gap) => {
        const to = { ...from, x: from.x + from.w + gap }
        expect(gapBetween(from, to)).toBeCloseTo(gap, 6)
        const most = Math.max(2 * Math.max(w, h), ROW_GAP_PX + 16)
        fc.pre(Math.abs(gap - most) > 1e-6)
        expect(isStretched(from, to, { w, h })).toBe(gap > most)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('measures from edge to edge, also across', () => {
    expect(gapBetween({ x: 0, y: 0, w: 10, h: 10 }, { x: 40, y: 50, w: 5, h: 5 })).toBe(50)
    expect(gapBetween({ x: 0, y: 0, w: 10, h: 10 }, { x: 5, y: 5, w: 5, h: 5 })).toBe(0)
  })
})

describe('the teams under an interaction', () => {
  it('are those its outline lies on, not those it touches or whose box alone it meets', () => {
    const left = teamAt('left', { x: 0, y: 0, w: 100, h: 60 })
    const right = teamAt('right', { x: 180, y: 0, w: 100, h: 60 })
    const below = teamAt('below', { x: 80, y: 60, w: 100, h: 60 })
    const names = (dropped: DroppedInteraction): string[] =>
      teamsUnder(dropped, [left, right, below]).map(({ team }) => team.id)
    const lying = { mode: 'collaboration' as const, w: 140, h: 60, rotation: 0 }
    expect(names({ ...lying, x: 70, y: 0 })).toEqual(['left', 'right'])
    expect(names({ ...lying, x: 70, y: 20 })).toEqual(['left', 'right', 'below'])
    expect(names({ ...lying, x: 70, y: 300 })).toEqual([])
    // The upper corners of a triangle's box are empty.
    const service = { mode: 'x-as-a-service' as const, w: 72, h: 76, rotation: 0 }
    expect(names({ ...service, x: 90, y: 20 })).toEqual(['below'])
  })

  it('are counted alike in whatever order the teams are given', () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 6 }), box, mode, rotation, (boxes, at, kind, turn) => {
        const teams = boxes.map((one, number) => teamAt(`team ${number}`, one))
        const dropped = { ...at, mode: kind, rotation: turn }
        const there = teamsUnder(dropped, teams).map(({ team }) => team.id)
        const back = teamsUnder(dropped, [...teams].reverse()).map(({ team }) => team.id)
        expect(back.sort()).toEqual([...there].sort())
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})

/** A box above (0), right of (1), below (2) or left of (3) another, in the middle of that side. */
function boxAside(from: Box, gap: number, length: number, at: number): Box {
  const [dx, dy] = [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ][at] as [number, number]
  const x = from.x + from.w / 2 + dx * (from.w / 2 + gap + length / 2) - length / 2
  const y = from.y + from.h / 2 + dy * (from.h / 2 + gap + length / 2) - length / 2
  return { x, y, w: length, h: length }
}
