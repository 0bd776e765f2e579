import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CANVAS_INSTANCE, cardShapeId, placementKey, type Instance, type Placement } from '@/lib/board/layout'
import { layoutCards } from '@/lib/board/places/cards/layout-cards'
import { anchorOf, placementAt } from '@/lib/board/places/placement'
import { standTemplates } from '@/lib/board/places/standing'
import { cardSizeAmong } from '@/lib/board/shapes/card'
import { CURVES } from '@/lib/curves/catalogue'
import type { InstanceId } from '@/lib/ids'
import { STRIP_GAP_PX } from '@/lib/templates/template'
import { initiativeId, instanceAt } from '@/tests/support/boards/board-builders'

const SEED = 20_260
const INSTANCES = [
  instanceAt('one', 0, 0),
  instanceAt('two', 3000.37, -812.61),
  { ...instanceAt('lines', 200.5, 1400.25), templateId: 'effort-value-overlay' },
]
const position = fc.integer({ min: 0, max: 10_000 }).map((x) => x / 10_000)
const pinOnCard = fc.record({
  x: fc.double({ min: 0, max: 216, noNaN: true }),
  y: fc.double({ min: 0, max: 88, noNaN: true }),
})
const pinAnywhere = fc.record({
  x: fc.double({ min: -300, max: 500, noNaN: true }),
  y: fc.double({ min: -300, max: 400, noNaN: true }),
})
const pagePoint = fc.record({
  x: fc.double({ min: -600, max: 5400, noNaN: true }),
  y: fc.double({ min: -1700, max: 2600, noNaN: true }),
})

/** Whether the cards on a curve keep their size when one of so many goes. */
function keepsSize(count: number): boolean {
  return cardSizeAmong(count).h === cardSizeAmong(count - 1).h
}

/** Drops a card where it is laid out. */
function dropAgain(placements: readonly (readonly [string, Placement])[], key: string): unknown {
  const [initiative = '', instance = ''] = key.split('/')
  const card = layoutCards(INSTANCES, placements).get(
    cardShapeId(initiativeId(initiative), instance as InstanceId),
  )
  const isSnapped = card?.placement.x !== undefined
  const hold = card && {
    ...card.pin,
    on: card.placement.target,
    ...(isSnapped && { middle: { x: card.w / 2, y: card.h / 2 } }),
  }
  return card && hold && placementAt(INSTANCES, { x: card.x, y: card.y }, hold)
}

describe('dropping a card where it stands', () => {
  it('changes nothing for a card snapped anywhere on any curve, alone or in a fan', () => {
    const cards = fc.array(
      fc.tuple(fc.constantFrom(...CURVES.map(({ id }) => id)), position, fc.constantFrom(...INSTANCES)),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(cards, fc.boolean(), (drawn, crowded) => {
        const first = drawn[0]
        const placements = drawn.map(([curveId, x, instance], at) => {
          const placement: Placement = {
            target: `curve:${crowded ? (first?.[0] ?? curveId) : curveId}`,
            x: crowded ? (first?.[1] ?? x) : x,
            dx: 0,
            dy: 0,
          }
          return [placementKey(initiativeId(`i${at}`), instance.id), placement] as const
        })
        for (const [key, placement] of placements) {
          expect(dropAgain(placements, key)).toEqual({ instanceId: key.split('/')[1], placement })
        }
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('changes nothing for a card dropped anywhere by any pin', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(pagePoint, fc.oneof(pinOnCard, pinAnywhere), (at, pin) => {
        const { instanceId, placement } = placementAt(INSTANCES, at, pin)
        const kind = placement.target.startsWith('curve:')
          ? placement.x === undefined
            ? 'beside'
            : 'snapped'
          : placement.target
        reached.add(kind)
        const key = placementKey(initiativeId('i'), instanceId)
        expect(dropAgain([[key, placement]], key)).toEqual({ instanceId, placement })
      }),
      { seed: SEED, numRuns: 1500 },
    )
    expect([...reached].sort()).toEqual(['beside', 'canvas', 'frame', 'snapped'])
  })
})

describe('laying out cards', () => {
  it('does not depend on the order of the placements', () => {
    const placement = fc.record({
      target: fc.constantFrom('curve:linear', 'curve:sigmoid', 'frame'),
      x: fc.constantFrom(0.1, 0.102, 0.9),
      dx: fc.constant(0),
      dy: fc.constant(0),
    })
    fc.assert(
      fc.property(fc.array(placement, { maxLength: 10 }), (placements) => {
        const entries = placements.map(
          (one, at) =>
            [placementKey(initiativeId(`i${at}`), INSTANCES[0]?.id ?? CANVAS_INSTANCE), one] as const,
        )
        const there = layoutCards(INSTANCES, entries)
        const back = layoutCards(INSTANCES, [...entries].reverse())
        for (const [id, card] of there) expect(back.get(id)).toEqual(card)
        expect(there.size).toBe(entries.length)
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('keeps cards on a line off the strip under their axis, however many and however low', () => {
    const drawn = fc.array(fc.tuple(fc.constantFrom(...INSTANCES), position), { minLength: 1, maxLength: 30 })
    const curve = fc.constantFrom(...CURVES)
    fc.assert(
      fc.property(drawn, curve, fc.boolean(), (cards, { id }, isLow) => {
        const entries = cards.map(([instance, x], at) => {
          const placement = { target: `curve:${id}`, x: isLow ? x / 5 : x, dx: 0, dy: 0 }
          return [placementKey(initiativeId(`i${at}`), instance.id), placement] as const
        })
        for (const { instanceId, y, h } of layoutCards(INSTANCES, entries).values()) {
          const [standing] = standTemplates(INSTANCES.filter((one) => one.id === instanceId))
          const inner = standing?.plots.find((plot) => plot.curve.id === id)?.inner
          if (!inner) throw new Error('The plot is there.')
          expect(y + h).toBeLessThanOrEqual(inner.y + inner.h + STRIP_GAP_PX)
        }
      }),
      { seed: SEED, numRuns: 60 },
    )
  })

  it('moves only cards with greater ids when one comes, slides or goes', () => {
    const xs = fc.array(position, { minLength: 6, maxLength: 12 })
    fc.assert(
      fc.property(xs, fc.nat(), position, (drawn, which, there) => {
        const at = which % drawn.length
        const entriesWith = (x: number | null) =>
          drawn.flatMap((before, number) => {
            const now = number === at ? x : before
            const key = placementKey(
              initiativeId(`i${String(number).padStart(2, '0')}`),
              INSTANCES[0]?.id ?? CANVAS_INSTANCE,
            )
            return now === null ? [] : [[key, { target: 'curve:linear', x: now, dx: 0, dy: 0 }] as const]
          })
        const before = [...layoutCards(INSTANCES, entriesWith(drawn[at] ?? 0))]
        const slid = layoutCards(INSTANCES, entriesWith(there))
        const gone = keepsSize(drawn.length) ? layoutCards(INSTANCES, entriesWith(null)) : slid
        for (const [id, card] of before.slice(0, at)) {
          expect(slid.get(id)).toEqual(card)
          expect(gone.get(id)).toEqual(card)
        }
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})

describe('one plot for all curves', () => {
  const LINES = INSTANCES.slice(2)
  const plot = standTemplates(LINES)[0]?.overlay ?? { x: 0, y: 0, w: 0, h: 0 }
  const share = fc.double({ min: 0, max: 1, noNaN: true })

  it('gives every card dropped inside to the line nearest to the eye, as long as the card stands on none', () => {
    fc.assert(
      fc.property(share, share, (across, down) => {
        const point = { x: plot.x + across * plot.w, y: plot.y + down * plot.h }
        const { placement } = placementAt(LINES, point, { x: 0, y: 0 })
        const away = (curveId: string, x: number): number => {
          const anchor = anchorOf(LINES[0] as Instance, curveId, x)
          return anchor ? Math.hypot(anchor.x - point.x, anchor.y - point.y) : Infinity
        }
        const taken = away(placement.target.slice('curve:'.length), placement.x ?? NaN)
        // The nearest in unit space may be a little further away in px than another point of the same line.
        for (const { id } of CURVES) {
          const alone = placementAt(LINES, point, { x: 0, y: 0, on: `curve:${id}` }).placement
          if (alone.target === `curve:${id}`)
            expect(away(id, alone.x ?? NaN)).toBeLessThanOrEqual(taken + 10.5)
        }
        expect(taken).toBeLessThan(400)
      }),
      { seed: SEED, numRuns: 400 },
    )
  })

  it('keeps a card on its own line where another is hardly nearer, and lets it go to one that is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CURVES), position, share, share, (curve, x, across, down) => {
        const anchor = anchorOf(LINES[0] as Instance, curve.id, x)
        if (!anchor) throw new Error('the curve is there')
        const held = (dx: number, dy: number): string =>
          placementAt(LINES, anchor, { x: dx, y: dy, on: `curve:${curve.id}` }).placement.target
        expect(held(across * 6 - 3, down * 6 - 3)).toBe(`curve:${curve.id}`)
      }),
      { seed: SEED, numRuns: 400 },
    )
    const middle = anchorOf(LINES[0] as Instance, 'linear', 0.5)
    if (!middle) throw new Error('the line is there')
    const hold = { x: 0, y: 0, on: 'curve:j-curve' }
    expect(placementAt(LINES, middle, hold).placement).toMatchObject({ target: 'curve:linear', x: 0.5 })
  })

  it('takes a card by the name of a curve without a position', () => {
    for (const { curve, outer } of standTemplates(LINES)[0]?.plots ?? []) {
      const { placement } = placementAt(LINES, outer, { x: 20, y: 20 })
      expect(placement.target).toBe(`curve:${curve.id}`)
      expect(placement.x).toBeUndefined()
    }
  })

  it('lays the cards of different lines out clear of each other’s titles', () => {
    const cards = CURVES.map(
      ({ id }, at) =>
        [
          placementKey(initiativeId(`i${at}`), 'lines' as InstanceId),
          { target: `curve:${id}`, x: 0.5, dx: 0, dy: 0 },
        ] as const,
    )
    const boxes = [...layoutCards(LINES, cards).values()]
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        const isApart = Math.abs(one.x - other.x) >= one.w || Math.abs(one.y - other.y) >= 54
        expect(isApart).toBe(true)
      }
    })
  })
})
