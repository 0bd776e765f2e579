import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isNamedBar,
  isNarrowBar,
  roomAbovePx,
  templateBarPlace,
} from '@/components/canvas/templates/template-bar-place'
import { coveredEdges } from '@/components/canvas/view/covered-edges'
import type { Box } from '@/lib/geometry/box'

const VIEWS = [
  { w: 1_020, h: 660 },
  { w: 820, h: 1_100 },
  { w: 390, h: 780 },
] as const
/** A template and the lines of its heading, page px. */
const PAPER = { w: 1_616, h: 1_024 }
const LINES: readonly Box[] = [
  { x: 48, y: 48, w: 260, h: 36 },
  { x: 48, y: 88, w: 690, h: 20 },
]

function seenAt(at: { x: number; y: number }, zoom: number): { frame: Box; words: Box[] } {
  const seen = ({ x, y, w, h }: Box): Box => ({
    x: at.x + x * zoom,
    y: at.y + y * zoom,
    w: w * zoom,
    h: h * zoom,
  })
  return { frame: seen({ x: 0, y: 0, ...PAPER }), words: LINES.map(seen) }
}

function overlaps(one: Box, other: Box): boolean {
  const across = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y)
  return across > 0 && down > 0
}

test.each(VIEWS)(
  'on $w x $h a bar covers neither heading nor banner nor tools, at any zoom at which these leave it room',
  (view) => {
    const zoom = fc.double({ min: 0.05, max: 6, noNaN: true })
    const banners = fc.constantFrom(0, 52, 106, 160)
    const at = fc.record({
      x: fc.integer({ min: -3_000, max: 1_000 }),
      y: fc.integer({ min: -2_000, max: 900 }),
    })
    fc.assert(
      fc.property(at, zoom, banners, (from, scale, bannersPx) => {
        const { frame, words } = seenAt(from, scale)
        const bar = templateBarPlace({ frame, words, view, bannersPx })
        for (const line of words) expect(overlaps(bar, line)).toBe(false)
        expect(bar.y).toBeGreaterThanOrEqual(coveredEdges(view.w, bannersPx).top - 0.5)
        expect(bar.y + bar.h).toBeLessThanOrEqual(view.h - coveredEdges(view.w).bottom)
      }),
      { seed: 20_261_122, numRuns: 3_000 },
    )
  },
)

test('a bar stands above its template where there is room, along its left edge', () => {
  const [view] = VIEWS
  const { frame, words } = seenAt({ x: 40, y: roomAbovePx(view.w, 0) - 1e-9 }, 0.5)
  expect(templateBarPlace({ frame, words, view, bannersPx: 0 })).toEqual({
    x: 40,
    y: frame.y - 60,
    w: 300,
    h: 52,
  })
})

test('where there is none it stands beside the heading, not on it', () => {
  const [view] = VIEWS
  const { frame, words } = seenAt({ x: 40, y: 40 }, 0.55)
  const bar = templateBarPlace({ frame, words, view, bannersPx: 0 })
  expect(bar.x).toBeGreaterThan(40 + (48 + 690) * 0.55)
  expect(bar.y).toBeLessThan(40 + 136 * 0.55)
})

test('beside small neighbours the choices of a bar share one button, where there is room each has its own', () => {
  const view = { w: 390, h: 780 }
  const barAt = (zoom: number): Box =>
    templateBarPlace({ ...seenAt({ x: 20, y: 300 }, zoom), view, bannersPx: 0 })
  expect(isNarrowBar(barAt(0.1))).toBe(true)
  expect(isNarrowBar(barAt(0.2))).toBe(false)
})

test('from so far that a name has no room, the bars of neighbours lie beside each other without it', () => {
  const view = { w: 768, h: 1_024 }
  const barAt = (x: number): Box => templateBarPlace({ ...seenAt({ x, y: 500 }, 0.07), view, bannersPx: 56 })
  const [one, next] = [barAt(280), barAt(280 + PAPER.w * 0.07 + 8)]
  expect(overlaps(one, next)).toBe(false)
  expect(isNamedBar(one)).toBe(false)
  expect(isNamedBar(templateBarPlace({ ...seenAt({ x: 280, y: 500 }, 0.1), view, bannersPx: 56 }))).toBe(true)
})
