import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import {
  createShapeId,
  createTLStore,
  Mat,
  Rectangle2d,
  Vec,
  type Editor,
  type SvgExportContext,
  type TLArrowShape,
  type TLRecord,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { expect, test } from 'vitest'
import { ArrowShapeUtil } from '@/components/canvas/shapes/arrow/arrow-shape-util'
import { plainEnds } from '@/components/canvas/shapes/arrow/plain-ends'
import { BOARD_SCHEMA } from '@/lib/board/schema'
import { arrowRecord, bindingRecord, geoRecord } from '@/tests/support/boards/board-builders'

function arrowOf(endX: number, scale = 1): { util: ArrowShapeUtil; arrow: TLArrowShape } {
  const id = createShapeId('arrow')
  const { props, ...rest } = arrowRecord(id)
  const arrow = {
    ...rest,
    props: { ...(props as object), scale, bend: 0, start: { x: 0, y: 0 }, end: { x: endX, y: 0 } },
  }
  const store = createTLStore({ schema: BOARD_SCHEMA })
  store.put([arrow as unknown as TLRecord])
  const editor: Partial<Editor> = {
    store,
    getBindingsFromShape: () => [],
    getShapePageTransform: () => Mat.Identity(),
    getShape: ((one: TLArrowShape) => store.get(one.id)) as unknown as Editor['getShape'],
  }
  const util = new ArrowShapeUtil(editor as Editor)
  return { util, arrow: store.get(id) as TLArrowShape }
}

test('an arrow may become too long for the engine and short again, so drawing it calls no hooks of what goes on', () => {
  for (const endX of [100, 200_000]) {
    const { util, arrow } = arrowOf(endX)
    expect(util.component(arrow)).toMatchObject({ props: {} })
    expect(util.indicator(arrow)).toMatchObject({ props: {} })
  }
})

test('in a picture, an arrow that is too long is as large as on the canvas, whatever its scale', () => {
  const { util, arrow } = arrowOf(200_000, 0.5)
  const drawn = util.toSvg(arrow, { isDarkMode: false } as SvgExportContext)
  const markup = renderToStaticMarkup(createElement('svg', null, drawn))
  expect(markup).toMatch(/<g transform="scale\(2\)"><line x1="0" y1="0" x2="200000"/)
})

/** An arrow on a thing, and where on it each of its ends hangs. */
function boundArrow(
  changes: Partial<TLArrowShape['props']>,
  anchors: Readonly<Partial<Record<'start' | 'end', { readonly x: number; readonly y: number }>>>,
  side = 100,
): { util: ArrowShapeUtil; arrow: TLArrowShape } {
  const { props, ...rest } = arrowRecord('shape:arrow')
  const bindings = Object.entries(anchors).map(([terminal, normalizedAnchor]) => ({
    ...bindingRecord(`binding:${terminal}`, 'shape:arrow', 'shape:thing'),
    props: { terminal, isPrecise: true, isExact: false, snap: 'none', normalizedAnchor },
  }))
  const store = createTLStore({ schema: BOARD_SCHEMA })
  const arrow = { ...rest, props: { ...(props as object), ...changes } }
  store.put([geoRecord('shape:thing'), arrow, ...bindings] as unknown[] as TLRecord[])
  const thing = new Rectangle2d({ width: side, height: side, isFilled: false })
  const editor = {
    store,
    getBindingsFromShape: () => bindings,
    getShapePageTransform: () => Mat.Identity(),
    getShape: (one: TLShape | TLShapeId) => store.get(typeof one === 'string' ? one : one.id),
    getShapeGeometry: () => thing,
    getPointInShapeSpace: (_shape: TLShape, point: Vec) => point,
    getEditingShapeId: () => null,
  }
  const util = new ArrowShapeUtil(editor as unknown as Editor)
  return { util, arrow: store.get('shape:arrow' as TLShapeId) as TLArrowShape }
}

/** An arrow of which the engine finds no curve: from below a thing into it, with heads on both ends, which meet in one point. */
function arrowWithoutCurve(): { util: ArrowShapeUtil; arrow: TLArrowShape } {
  const heads = { arrowheadStart: 'arrow', arrowheadEnd: 'arrow' } as const
  return boundArrow({ ...heads, bend: -80 }, { start: { x: 0.3, y: 2 }, end: { x: 0.3, y: 0.3 } })
}

test('an arrow of which the engine finds no curve is a plain line from where it begins to where it ends', () => {
  const { util, arrow } = arrowWithoutCurve()
  const line = util.getGeometry(arrow)
  expect(line.nearestPoint(new Vec(0, 0))).toMatchObject({ x: 30, y: 30 })
  expect(line.nearestPoint(new Vec(0, 300))).toMatchObject({ x: 30, y: 200 })
  expect(renderToStaticMarkup(createElement('svg', null, util.indicator(arrow)))).toContain(
    '<line x1="30" y1="200" x2="30" y2="30"',
  )
})

test('nobody is given a handle that is nowhere', () => {
  const { util, arrow } = arrowWithoutCurve()
  expect(util.getHandles(arrow).map(({ id }) => id)).toEqual(['start', 'end'])
})

test('an arrow whose curve would lead round the world is a plain line, however close its ends are', () => {
  const far = { x: 0.998, y: -10_000_000 }
  const around = { arrowheadStart: 'arrow', bend: 113, end: { x: 123, y: 102 } } as const
  const { util, arrow } = boundArrow(around, { start: far }, 50_000)
  expect(util.getGeometry(arrow).vertices).toHaveLength(2)
})

test('an arrow with an ordinary curve keeps it', () => {
  const { util, arrow } = boundArrow({ bend: 40, end: { x: 300, y: 300 } }, { start: { x: 0.5, y: 0.5 } })
  expect(plainEnds(util.editor, arrow)).toBeNull()
})
