import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { CurveMarks } from '@/components/canvas/shapes/plot/curve-marks'
import { picturePalette } from '@/components/canvas/shapes/palette'
import { CURVES } from '@/lib/curves/catalogue'
import { marksOf } from '@/lib/curves/marks'

afterEach(() => vi.unstubAllGlobals())

const INNER = { x: 0, y: 0, w: 400, h: 200 }
/** How far the letters of the sentence over a plot reach down to it, px over its upper edge. */
const SENTENCE_ENDS_PX = -4

it('draws no tick through the sentence over the plot', () => {
  const marked = CURVES.filter((curve) => marksOf(curve).length > 0)
  for (const curve of marked) {
    const common = { curve, inner: INNER, palette: picturePalette(false), color: '#000000' }
    const drawn = renderToStaticMarkup(
      createElement(CurveMarks, { ...common, labelled: false, lettersPx: 12 }),
    )
    const tops = [...drawn.matchAll(/d="M[\d.]+ (-?[\d.]+)V/g)].map(([, top]) => Number(top))
    expect(tops.length, curve.name).toBeGreaterThan(0)
    expect(Math.min(...tops), curve.name).toBeGreaterThan(SENTENCE_ENDS_PX)
  }
})

it('leaves words out where a card would cut no more than the feet of their letters', () => {
  // Without a drawing context every letter counts as equally wide.
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
  const [curve] = CURVES.filter(({ id }) => id === 'delayed-step')
  if (!curve) throw new Error('There is such a curve.')
  const common = { curve, inner: INNER, palette: picturePalette(false), color: '#000000' }
  const drawnUnder = (cardTop: number): string => {
    const cards = [{ x: 0, y: cardTop, w: 400, h: 4 }]
    return renderToStaticMarkup(
      createElement(CurveMarks, { ...common, labelled: true, lettersPx: 12, cards }),
    )
  }
  const [, line] = /data-mark="stop here".*?y="([\d.]+)"/.exec(drawnUnder(INNER.h)) ?? []
  const baseline = Number(line)
  expect(drawnUnder(baseline + 2)).not.toContain('stop here')
  expect(drawnUnder(baseline + 4)).toContain('stop here')
})
