import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { CurvePlotDrawing } from '@/components/canvas/shapes/plot/curve-plot-drawing'
import { picturePalette } from '@/components/canvas/shapes/palette'
import { findCurve } from '@/lib/curves/catalogue'
import type { Box } from '@/lib/geometry/box'

afterEach(() => vi.unstubAllGlobals())

const INNER = { x: 40, y: 48, w: 400, h: 280 }

it('leaves the word of effort out where a card would cut it, and shows it beside one', () => {
  // Without a drawing context every letter counts as equally wide.
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
  const drawnUnder = (...cards: Box[]): string =>
    renderToStaticMarkup(
      createElement(CurvePlotDrawing, {
        ...{ curve: findCurve('sigmoid'), size: { w: 480, h: 360 }, inner: INNER, cards },
        ...{ palette: picturePalette(false), detail: 'full', labelled: true, lit: 'none' },
      }),
    )
  expect(drawnUnder()).toContain('effort / time')
  expect(drawnUnder({ x: 163, y: 180, w: 216, h: 88 })).not.toContain('effort')
  expect(drawnUnder({ x: 163, y: 160, w: 216, h: 88 })).toContain('effort / time')
})
