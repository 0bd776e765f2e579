import type { Editor, TLShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { rememberBesideDeleted } from '@/components/canvas/moving/keyboard/beside-deleted'

type Hear = (shape: { id: TLShapeId }, source: 'user' | 'remote') => void

/** A canvas with shapes in this order. */
function canvasOf(names: string) {
  const idOf = (name: string) => `shape:${name}` as TLShapeId
  const standing = new Set([...names].map(idOf))
  const order = [...standing]
  let hear: Hear = () => undefined
  const editor = {
    sideEffects: {
      registerBeforeDeleteHandler: (_type: string, given: Hear) => {
        hear = given
        return () => (hear = () => undefined)
      },
    },
    getShape: (id: TLShapeId) => (standing.has(id) ? { id } : undefined),
  } as unknown as Editor
  const beside = rememberBesideDeleted(editor, () => order.filter((id) => standing.has(id)))
  return {
    beside,
    remove: (name: string, source: 'user' | 'remote' = 'user') => {
      hear({ id: idOf(name) }, source)
      standing.delete(idOf(name))
    },
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
