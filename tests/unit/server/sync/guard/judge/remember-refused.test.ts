import { describe, expect, it } from 'vitest'
import type { BoardRecord } from '@/lib/board/layout'
import { createRecords, updateRecords } from '@/lib/board/operations/records'
import type { ErrorCode } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, geoRecord, groupRecord } from '@/tests/support/boards/board-builders'
import { furnish, GuardedBoard, outcomeOf, recordIn, type Visitor } from '../guarded-board'

/** Puts the note of the board into a group that has no room there, in the same tick. */
function groupNote(ada: Visitor, group: BoardRecord): void {
  const note = recordIn(ada.board, 'shape:note') as BoardRecord
  createRecords(ada.board, ada.author, [group])
  const grouped = { ...note, parentId: group.id, x: Number(note['x']) - 500, y: Number(note['y']) - 300 }
  updateRecords(ada.board, ada.author, [{ before: note, after: grouped }])
}

const GROUP = groupRecord('shape:group', { x: 500, y: 300 })

describe('a group that a board has no room for', () => {
  it.each<{ why: string; code: ErrorCode; records?: BoardRecord[]; isFull?: boolean }>([
    { why: 'has too much to be drawn', code: 'board-full', records: heavy() },
    { why: 'is full', code: 'board-full', isFull: true },
    { why: 'has as many records as it may', code: 'too-large', records: many() },
  ])('leaves what was to lie in it where it lies on the page, where the board $why', (one) => {
    const { code, records = [], isFull = false } = one
    const room = new GuardedBoard((board) => {
      furnish(board)
      createRecords(board, authorOf('ada'), records)
    })
    const ada = room.join('ada')
    Object.assign(room, { isFull, bytes: 1e9 })
    const before = recordIn(room.board, 'shape:note') as BoardRecord
    groupNote(ada, GROUP)
    expect(outcomeOf(room.tick(ada), ada).refusals).toEqual([{ code, record: 'records/shape:group' }])
    expect(recordIn(room.board, 'shape:group')).toBeNull()
    const { parentId, x, y } = before
    expect(recordIn(room.board, 'shape:note')).toMatchObject({ parentId, x, y })
  })

  it('is nobody else’s when it comes again, whatever it said', () => {
    const room = new GuardedBoard(furnish)
    const eve = room.join('eve')
    Object.assign(room, { isFull: true, bytes: 1e9 })
    const forged = { ...GROUP, meta: { createdBy: 'ada', createdAt: 5 } }
    createRecords(eve.board, authorOf('ada'), [forged])
    room.tick(eve)
    room.isFull = false
    createRecords(eve.board, authorOf('ada'), [forged])
    room.tick(eve)
    expect(recordIn(room.board, 'shape:group')).toMatchObject({ meta: { createdBy: 'eve' } })
  })
})

function heavy(): BoardRecord[] {
  return Array.from({ length: 10 }, (_, at) => {
    const record = geoRecord(`shape:${at}`)
    const props = { ...(record['props'] as object), dash: 'dotted', w: 5_000, h: 4_900, scale: 0.01 }
    return { ...record, props }
  })
}

function many(): BoardRecord[] {
  return Array.from({ length: LIMITS.RECORDS }, (_, at) => ({
    ...{ id: `asset:${at}`, typeName: 'asset', type: 'image', meta: {} },
    props: { name: '', src: null, w: 1, h: 1, mimeType: null, isAnimated: false },
  }))
}
