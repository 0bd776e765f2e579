import type { Editor, TLShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { rememberBesideDeleted } from '@/components/canvas/moving/keyboard/beside-deleted'

type Hear = (shape: { id: TLShapeId }, source: 'user' | 'remote') => void

/** A canvas with shapes in this order. */
function canvasOf(names: string, selected: () => readonly string[] = () => []) {
  const idOf = (name: string) => `shape:${name}` as TLShapeId
  const standing = new Set([...names].map(idOf))
  const order = [...standing]
  let hear: Hear = () => undefined
  let goes = ''
  const moving: Record<'beforeStep' | 'afterMove', () => void> = {
    beforeStep: () => undefined,
    afterMove: () => undefined,
  }
  const hears = (when: 'beforeStep' | 'afterMove') => (given: (of: never) => void) => {
    moving[when] = given as () => void
    return () => undefined
  }
  const editor = {
    sideEffects: {
      registerBeforeDeleteHandler: (_type: string, given: Hear) => {
        hear = given
        return () => (hear = () => undefined)
      },
    },
    getSelectedShapeIds: selected,
    getShape: (id: TLShapeId) => (standing.has(id) ? { id } : undefined),
  } as unknown as Editor
  const remove = (name: string, source: 'user' | 'remote' = 'user'): void => {
    hear({ id: idOf(name) }, source)
    standing.delete(idOf(name))
  }
  const beside = rememberBesideDeleted({
    editor,
    undo: { beforeStep: hears('beforeStep'), afterMove: hears('afterMove') },
    flush: () => {
      for (const name of goes) remove(name, 'remote')
      goes = ''
    },
    order: () => order.filter((id) => standing.has(id)),
  })
  return {
    beside,
    remove,
    /** The document loses a shape; the canvas shows it when it is brought up to date. */
    loses: (name: string) => (goes += name),
    moving,
    sides: () => [beside.neighbour('prev'), beside.neighbour('next')],
  }
}

test('from what I delete the keyboard goes on to what stands on either side', () => {
  const canvas = canvasOf('abcde')
  canvas.remove('b')
  canvas.remove('c')
  expect(canvas.sides()).toEqual(['shape:a', 'shape:d'])
  canvas.remove('d', 'remote')
  expect(canvas.sides()).toEqual(['shape:a', 'shape:e'])
  canvas.beside.forget()
  expect(canvas.sides()).toEqual([null, null])
})

test('what somebody else deletes moves no keyboard', () => {
  const canvas = canvasOf('abc')
  canvas.remove('b', 'remote')
  expect(canvas.sides()).toEqual([null, null])
})

test('from what goes when I do a deletion again the keyboard goes on as from what I delete', () => {
  const canvas = canvasOf('abcde')
  canvas.loses('e')
  canvas.moving.beforeStep()
  canvas.loses('c')
  canvas.moving.afterMove()
  expect(canvas.sides()).toEqual(['shape:b', 'shape:d'])
  canvas.beside.forget()
  canvas.remove('d', 'remote')
  expect(canvas.sides()).toEqual([null, null])
})

test('while something else is selected the keyboard goes on from that', () => {
  const canvas = canvasOf('abc', () => ['shape:a'])
  canvas.moving.beforeStep()
  canvas.loses('c')
  canvas.moving.afterMove()
  expect(canvas.sides()).toEqual([null, null])
})
