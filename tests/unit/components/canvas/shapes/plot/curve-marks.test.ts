import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { CurveMarks } from '@/components/canvas/shapes/plot/curve-marks'
import { picturePalette } from '@/components/canvas/shapes/palette'
import { CURVES } from '@/lib/curves/catalogue'
import { marksOf } from '@/lib/curves/marks'

const INNER = { x: 0, y: 0, w: 400, h: 200 }
/** How far the letters of the sentence over a plot reach down to it, px over its upper edge. */
const SENTENCE_ENDS_PX = -5

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
