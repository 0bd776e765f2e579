import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import {
  createShapeId,
  createTLStore,
  Mat,
  type Editor,
  type SvgExportContext,
  type TLArrowShape,
  type TLRecord,
} from 'tldraw'
import { expect, test } from 'vitest'
import { ArrowShapeUtil } from '@/components/canvas/shapes/arrow/arrow-shape-util'
import { BOARD_SCHEMA } from '@/lib/board/schema'
import { arrowRecord } from '@/tests/support/boards/board-builders'

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
