import { expect, it } from 'vitest'
import { startView } from '@/components/canvas/view/start-view'
import { EFFORT_VALUE_CURVES as TEMPLATE } from '@/lib/templates/effort-value-curves'

const PAPER = { x: 0, y: 0, ...TEMPLATE.size }

function view(screen: { w: number; h: number }): ReturnType<typeof startView> {
  const wholeAt = Math.min((screen.w - 96) / TEMPLATE.size.w, (screen.h - 96) / TEMPLATE.size.h)
  return startView({
    screen,
    wholeAt,
    heading: TEMPLATE.heading,
    plots: TEMPLATE.plots,
    paper: PAPER,
    besideX: null,
  })
}

/** How many columns of plots fit across the screen. */
function columnsSeen(screen: { w: number; h: number }): number {
  const { x = 0, zoom = 1 } = view(screen) ?? {}
  const right = x + screen.w / zoom
  return TEMPLATE.plots.slice(0, 3).filter((plot) => plot.x >= x && plot.x + plot.w <= right).length
}

it('shows the whole board where that can be read', () => {
  expect(view({ w: 1016, h: 672 })).toBeNull()
  expect(view({ w: 1416, h: 1002 })).toBeNull()
})

it('shows two columns on an upright tablet and one on a phone, large enough to read', () => {
  const [tablet, phone] = [
    { w: 820, h: 1124 },
    { w: 390, h: 600 },
  ]
  expect([columnsSeen(tablet), columnsSeen(phone)]).toEqual([2, 1])
  expect(view(tablet)?.zoom).toBeGreaterThan(0.55)
  expect(view(phone)?.zoom).toBeGreaterThan(0.55)
})

it('lets the next column of plots peek in where not all fit', () => {
  for (const screen of [
    { w: 820, h: 1124 },
    { w: 390, h: 600 },
  ]) {
    const seen = view(screen)
    if (!seen) throw new Error('the board is too wide to be seen whole')
    const next = TEMPLATE.plots[columnsSeen(screen)]?.x ?? 0
    expect(screen.w - (next - seen.x) * seen.zoom).toBeCloseTo(28)
  }
})

it('never starts nearer than life size, and shows everything where there is no template', () => {
  expect(view({ w: 900, h: 400 })?.zoom).toBeLessThanOrEqual(1)
  expect(
    startView({
      screen: { w: 300, h: 300 },
      wholeAt: 0.1,
      heading: TEMPLATE.heading,
      plots: [],
      paper: PAPER,
      besideX: null,
    }),
  ).toBeNull()
})

it('keeps the lowest plots clear of the tools where all rows nearly fit, and the heading on the screen', () => {
  const { plots, heading } = TEMPLATE
  const screen = { w: 1016, h: 672 }
  const seen = startView({ screen, wholeAt: 0.3, heading, plots, paper: PAPER, besideX: null })
  if (!seen) throw new Error('the board is too wide to be seen whole')
  const toScreen = (y: number): number => (y - seen.y) * seen.zoom
  expect(toScreen(Math.max(...plots.map(({ y, h }) => y + h)))).toBeLessThanOrEqual(screen.h - 72)
  expect(toScreen(heading.y)).toBeGreaterThanOrEqual(16)
})

it('shows both rows on a laptop whose tray is folded, rather than one of them larger', () => {
  const { plots, heading } = TEMPLATE
  const screen = { w: 1280, h: 672 }
  const seen = startView({ screen, wholeAt: 0.3, heading, plots, paper: PAPER, besideX: null })
  if (!seen) throw new Error('the board is too wide to be seen whole')
  const lowest = Math.max(...plots.map(({ y, h }) => y + h))
  expect((lowest - seen.y) * seen.zoom).toBeLessThanOrEqual(screen.h - 72)
  expect(seen.zoom).toBeGreaterThan(0.55)
})

it('shows the edge of the next template on a wide screen, and comes no farther away for it on a laptop', () => {
  const { plots, heading, size } = TEMPLATE
  const besideX = size.w + 100
  const zoomAt = (w: number, beside: number | null): number =>
    startView({ screen: { w, h: 1002 }, wholeAt: 0.3, heading, plots, paper: PAPER, besideX: beside })
      ?.zoom ?? 0
  const seen = startView({
    screen: { w: 1416, h: 1002 },
    wholeAt: 0.3,
    heading,
    plots,
    paper: PAPER,
    besideX,
  })
  if (!seen) throw new Error('the board is too wide to be seen whole')
  expect((besideX - seen.x) * seen.zoom).toBeCloseTo(1416 - 150)
  expect(zoomAt(1016, besideX)).toBe(zoomAt(1016, null))
})

it('shows the edges of the paper on a wide screen, beside the tray and before the next template', () => {
  const { plots, heading, size } = TEMPLATE
  for (const [w, besideX] of [
    [1416, size.w + 100],
    [1416, null],
    [1176, null],
  ] as const) {
    const seen = startView({ screen: { w, h: 1002 }, wholeAt: 0.3, heading, plots, paper: PAPER, besideX })
    if (!seen) throw new Error('the board is too wide to be seen whole')
    expect(-seen.x * seen.zoom).toBeCloseTo(12)
    expect((size.w - seen.x) * seen.zoom).toBeLessThanOrEqual(w - 12 + 0.01)
  }
})
