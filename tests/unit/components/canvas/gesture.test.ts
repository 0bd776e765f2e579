import { Box, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { LIMITS } from '@/lib/sync/limits'
import { expect, it } from 'vitest'
import { gestureKindAt, gestureOf, isAtPress } from '@/components/canvas/gesture'
import { attachClient } from '@/components/canvas/session/store-client'
import { createRuleStand } from './support/rule-stand'

/** An editor whose tool is there, with so many shapes selected, each 10 px on from the one before. */
function editorAt(path: string, count: number): Editor {
  const { editor, store, client } = createRuleStand()
  attachClient(store, client)
  const shapes = Array.from(
    { length: count },
    (_, at) => ({ id: `shape:${at}`, type: 'geo' }) as unknown as TLShape,
  )
  return Object.assign(editor, {
    getPath: () => path,
    getSelectedShapes: () => shapes,
    getShapePageBounds: (id: TLShapeId) => new Box(Number(id.split(':')[1]) * 10, 5, 20, 30),
    getCurrentPageShapeIds: () => new Set(shapes.map(({ id }) => id)),
    getStateDescendant: () => ({ initialShape: shapes[0] }),
  })
}

it('tells a hand at work from a resting tool', () => {
  expect(gestureKindAt('select.translating')).toBe('moving')
  expect(gestureKindAt('select.resizing')).toBe('resizing')
  expect(gestureKindAt('select.rotating')).toBe('rotating')
  for (const path of [
    'draw.drawing',
    'highlight.drawing',
    'arrow.pointing',
    'line.pointing',
    'note.pointing',
  ])
    expect(gestureKindAt(path), path).toBe('drawing')
  for (const path of [
    'select.idle',
    'select.pointing_shape',
    'select.editing_shape',
    'hand.dragging',
    'note.idle',
  ]) {
    expect(gestureKindAt(path)).toBe('idle')
  }
})

it('tells a press that may come to nothing from a stroke', () => {
  expect(['arrow.pointing', 'line.pointing', 'note.pointing'].every(isAtPress)).toBe(true)
  expect(['draw.drawing', 'select.translating', 'geo.pointing', 'arrow.idle'].some(isAtPress)).toBe(false)
})

it('tells the box of what others cannot follow: what is turned, resized or drawn, and more than the lane carries', () => {
  for (const [path, kind] of [
    ['select.resizing', 'resizing'],
    ['select.rotating', 'rotating'],
  ] as const)
    expect(gestureOf(editorAt(path, 3)).get()).toEqual({
      kind,
      ids: ['shape:0', 'shape:1', 'shape:2'],
      bounds: { x: 0, y: 5, w: 40, h: 30 },
    })
  expect(gestureOf(editorAt('draw.drawing', 1)).get()).toEqual({
    kind: 'drawing',
    ids: ['shape:0'],
    bounds: { x: 0, y: 5, w: 20, h: 30 },
  })
  expect(gestureOf(editorAt('select.translating', LIMITS.LANE_RECORDS)).get().bounds).toBeUndefined()
  const many = LIMITS.LANE_RECORDS + 1
  const { kind, ids, bounds } = gestureOf(editorAt('select.translating', many)).get()
  expect([kind, ids.length, bounds]).toEqual(['moving', many, { x: 0, y: 5, w: 620, h: 30 }])
})
