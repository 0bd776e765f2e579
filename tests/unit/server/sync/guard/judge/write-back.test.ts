import { describe, expect, it } from 'vitest'
import { REMOVED } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { furnish, GuardedBoard, recordIn } from '../guarded-board'

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
})
