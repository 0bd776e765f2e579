import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BASE_UNIT, REMOVED } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { furnish, GuardedBoard, outcomeOf, recordIn } from '../guarded-board'

describe('putting back what somebody wrote', () => {
  it.each(['x', 'y', 'rotation', 'parentId', 'props.w', 'props.h', 'props', 'meta'])(
    'leaves a shape whole where somebody says that its “%s” is removed, a part of another unit',
    (unit) => {
      const room = new GuardedBoard(furnish)
      const bo = room.join('bo')
      const before = recordIn(room.board, 'shape:note')
      for (const value of [REMOVED, 'junk', REMOVED]) {
        bo.board.records.get('shape:note')?.set(unit, value)
        room.tick(bo)
        expect(recordIn(room.board, 'shape:note')).toEqual(before)
        expect(checkRecord(recordIn(bo.board, 'shape:note')).ok).toBe(true)
      }
    },
  )

  it('counts what has to be told to everybody again, however short what its sender wrote', () => {
    const room = new GuardedBoard(furnish)
    const bo = room.join('bo')
    const text = 'word '.repeat(1_000)
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] }
    bo.board.records.get('shape:note')?.set('props.richText', { type: 'doc', content: [paragraph] })
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ refusals: [], putBackBytes: 0 })
    bo.board.records.get('shape:note')?.set('props.richText', 0)
    expect(outcomeOf(room.tick(bo), bo).putBackBytes).toBeGreaterThan(text.length)
    const junk = new Y.Map<unknown>([[BASE_UNIT, { id: 'shape:note', typeName: 'shape', type: 'geo' }]])
    bo.board.records.set('shape:note', junk)
    expect(outcomeOf(room.tick(bo), bo).putBackBytes).toBeGreaterThan(text.length)
  })
})
