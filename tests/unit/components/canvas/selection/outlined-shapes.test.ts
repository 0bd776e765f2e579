import { expect, it } from 'vitest'
import type { TLShapeId } from 'tldraw'
import { outlinedShapes } from '@/components/canvas/selection/outlined-shapes'

const [A, B, GONE] = ['shape:a', 'shape:b', 'shape:gone'] as TLShapeId[]

function look(given: {
  path: string
  selected?: readonly (TLShapeId | undefined)[]
  hovered?: TLShapeId | undefined
  instance?: object
  typedIn?: TLShapeId | undefined
}): readonly TLShapeId[] {
  const editor = {
    isInAny: (...paths: string[]) => paths.includes(given.path),
    getSelectedShapeIds: () => given.selected ?? [],
    getHoveredShapeId: () => given.hovered ?? null,
    getShape: (id: TLShapeId) => (id === GONE ? undefined : { id, type: id === A ? 'team' : 'note' }),
    getEditingShapeId: () => given.typedIn ?? null,
    getInstanceState: () => ({
      ...{ isChangingStyle: false, isHoveringCanvas: true, isCoarsePointer: false },
      ...given.instance,
    }),
  }
  return outlinedShapes(editor as unknown as Parameters<typeof outlinedShapes>[0])
}

it('outlines what is selected and what the mouse points at', () => {
  expect(look({ path: 'select.idle', selected: [A], hovered: B })).toEqual([A, B])
  expect(look({ path: 'select.idle', selected: [A], hovered: A })).toEqual([A])
})

it('outlines nothing while a hand moves something or chooses a colour', () => {
  expect(look({ path: 'select.translating', selected: [A], hovered: B })).toEqual([])
  expect(look({ path: 'select.idle', selected: [A], instance: { isChangingStyle: true } })).toEqual([])
})

it('follows no pointer that is a finger, is elsewhere or draws a box around shapes', () => {
  expect(look({ path: 'select.idle', hovered: B, instance: { isCoarsePointer: true } })).toEqual([])
  expect(look({ path: 'select.idle', hovered: B, instance: { isHoveringCanvas: false } })).toEqual([])
  expect(look({ path: 'select.brushing', selected: [A], hovered: B })).toEqual([A])
})

it('outlines no shape that is gone', () => {
  expect(look({ path: 'select.idle', selected: [GONE, A] })).toEqual([A])
})

it('draws no outline through the name of a team while it is typed; a note keeps its own', () => {
  expect(look({ path: 'select.editing_shape', selected: [A], typedIn: A })).toEqual([])
  expect(look({ path: 'select.editing_shape', selected: [B], typedIn: B })).toEqual([B])
})
