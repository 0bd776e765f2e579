import { expect, it } from 'vitest'
import type { TLContent } from 'tldraw'
import { strippedExcalidraw, strippedTldraw } from '@/components/canvas/rules/foreign-content'

const shape = (id: string, type: string, parentId = 'page:page') => ({
  id: `shape:${id}`,
  type,
  parentId,
  isLocked: true,
})

function contentOf(shapes: ReturnType<typeof shape>[]): TLContent {
  const rootShapeIds = shapes.filter((one) => one.parentId === 'page:page').map((one) => one.id)
  const bindings = [{ fromId: 'shape:arrow', toId: 'shape:video' }]
  return { shapes, rootShapeIds, bindings, assets: [{ id: 'asset:a' }], schema: {} } as unknown as TLContent
}

it('keeps free shapes, unlocked, and counts what it left out', () => {
  const all = [shape('note', 'note'), shape('arrow', 'arrow'), shape('video', 'video'), shape('card', 'card')]
  const { content, left } = strippedTldraw(contentOf(all))
  expect(content.shapes.map(({ id, isLocked }) => [id, isLocked])).toEqual([
    ['shape:note', false],
    ['shape:arrow', false],
  ])
  expect(content.rootShapeIds).toEqual(['shape:note', 'shape:arrow'])
  expect(content.bindings).toEqual([])
  expect(content.assets).toEqual([])
  expect(left).toBe(2)
})

it('leaves out what hangs on something left out', () => {
  const { content, left } = strippedTldraw(
    contentOf([shape('video', 'video'), shape('note', 'note', 'shape:video')]),
  )
  expect(content.shapes).toEqual([])
  expect(left).toBe(2)
})

it('gives every drawn element the field its reader cannot do without', () => {
  const drawing = strippedExcalidraw({
    elements: [
      { type: 'rectangle', id: 'r' },
      { type: 'image', id: 'i' },
    ],
    files: { i: {} },
  })
  expect(drawing).toEqual({ elements: [{ type: 'rectangle', id: 'r', boundElements: null }], files: {} })
})

it('answers null where nothing can be drawn', () => {
  for (const content of [null, 'text', {}, { elements: [{ type: 'image' }] }])
    expect(strippedExcalidraw(content)).toBeNull()
})
