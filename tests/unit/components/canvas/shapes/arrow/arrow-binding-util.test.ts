import { getIndices, type IndexKey, type TLShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { mergeIntoStore } from '@/components/board/store/projected/merge-into-store'
import { ArrowBindingUtil } from '@/components/canvas/shapes/arrow/arrow-binding-util'
import { ArrowStand } from '../../support/arrow-stand'

const MANY = 60

/** Arrows from each thing to one below it, each right above its thing. */
function standOfMany() {
  const stand = new ArrowStand()
  getIndices(2 * MANY).forEach((index, at) =>
    stand.put(
      at % 2 === 0 ? 'geo' : 'arrow',
      at % 2 === 0 ? `shape:thing${at / 2}` : `shape:arrow${at >> 1}`,
      { index },
    ),
  )
  const arrows = Array.from({ length: MANY }, (_, at) => {
    const arrow = stand.shape(`shape:arrow${at}`)
    const start = stand.bind(arrow.id, `shape:thing${at}`, 'start')
    return { arrow, bindings: [start, stand.bind(arrow.id, `shape:thing${at >> 1}`, 'end')] }
  })
  return { stand, arrows, util: new ArrowBindingUtil(stand.editor) }
}

test('where arrows are only moved, nobody looks through what lies beside them', () => {
  const { stand, arrows, util } = standOfMany()
  for (const { arrow, bindings } of arrows) {
    for (const binding of bindings) {
      const moved = { ...arrow, x: arrow.x + 1 }
      util.onAfterChangeFromShape({ binding, shapeBefore: arrow, shapeAfter: moved, reason: 'self' })
    }
  }
  expect([stand.looks, stand.asked]).toEqual([0, 0])
})

test('where many arrows come at once, what lies beside them is looked through once', () => {
  const { stand, arrows, util } = standOfMany()
  for (const binding of arrows.flatMap(({ bindings }) => bindings)) {
    util.onAfterCreate({ binding })
    util.onAfterChange({ bindingBefore: binding, bindingAfter: binding })
  }
  expect(stand.moves).toEqual([])
  // Twice for each of two ends: the arrow and what is at its ends, twice each at most.
  const ofEach = 4 * 6 * MANY
  expect(stand.asked).toBeLessThan(ofEach + 2 * MANY + 1)
})

test('an arrow that lies under what it hangs on is still put above it', () => {
  const stand = new ArrowStand()
  const before = stand.put('arrow', 'shape:arrow', { index: 'a5' as IndexKey })
  stand.put('geo', 'shape:one', { index: 'a2' as IndexKey })
  stand.put('geo', 'shape:two', { index: 'a3' as IndexKey })
  stand.bind('shape:arrow', 'shape:one', 'start')
  const binding = stand.bind('shape:arrow', 'shape:two', 'end')
  const util = new ArrowBindingUtil(stand.editor)
  const shapeAfter = stand.put('arrow', 'shape:arrow', { index: 'a1' as IndexKey })
  util.onAfterChangeFromShape({ binding, shapeBefore: before, shapeAfter, reason: 'self' })
  expect(stand.moves).toHaveLength(1)
  util.onAfterCreate({ binding })
  util.onAfterChange({ bindingBefore: binding, bindingAfter: binding })
  expect(stand.moves).toHaveLength(3)
  util.onAfterChangeFromShape({ binding, shapeBefore: shapeAfter, shapeAfter, reason: 'ancestry' })
  expect(stand.moves).toHaveLength(4)
})

test('an arrow of which the engine finds no curve keeps nobody from deleting what it hangs on', () => {
  const stand = new ArrowStand()
  stand.put('arrow', 'shape:arrow', { index: 'a2' as IndexKey })
  const removedShape = stand.put('geo', 'shape:thing', { index: 'a1' as IndexKey })
  const binding = stand.bind('shape:arrow', 'shape:thing', 'end')
  const util = new ArrowBindingUtil(stand.editor)
  expect(() => {
    util.onBeforeIsolateFromShape({ binding, removedShape })
  }).not.toThrow()
})

test('what others took away leaves an arrow where the document says, what a hand takes away where it pointed', () => {
  const stand = new ArrowStand()
  const util = new ArrowBindingUtil(stand.editor)
  const takeAway = (by: (id: string) => void): number => {
    const removedShape = stand.put('geo', 'shape:thing', { index: 'a1' as IndexKey })
    const binding = stand.bind('shape:arrow', 'shape:thing', 'end')
    const stop = stand.store.sideEffects.registerBeforeDeleteHandler('shape', () =>
      util.onBeforeIsolateFromShape({ binding, removedShape }),
    )
    stand.asked = 0
    by(removedShape.id)
    stop()
    return stand.asked
  }
  expect(takeAway((id) => mergeIntoStore(stand.store, { put: [], remove: [id] }))).toBe(0)
  expect(takeAway((id) => stand.store.remove([id as TLShapeId]))).toBeGreaterThan(0)
})
