import { describe, expect, it } from 'vitest'
import type { BoardDocument } from '@/lib/board/layout'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { PAGE_ID } from '@/lib/board/seed'
import { arrowRecord, authorOf, bindingRecord, groupRecord, NOW } from '@/tests/support/boards/board-builders'
import { LIMITS } from '@/lib/sync/limits'
import { contentsOf, furnish, GuardedBoard, outcomeOf, recordBy, recordIn } from '../guarded-board'

function withGroups(board: BoardDocument): void {
  furnish(board)
  createRecords(board, authorOf('ada'), [
    groupRecord('shape:one', { index: 'a2', x: 100 }),
    groupRecord('shape:two', { index: 'a3', x: 200 }),
  ])
}

describe('repairing the canvas after a tick', () => {
  it('takes a shape moved into a group that somebody deletes to the page, where it stood', () => {
    const room = new GuardedBoard(withGroups)
    const [ada, bo] = [room.join('ada'), room.join('bo')]
    deleteRecords(ada.board, ada.author, ['shape:one'])
    bo.board.records.get('shape:note')?.set('place', ['shape:one', 5, 5, 0])
    const outcome = room.tick(bo, ada)
    expect(outcomeOf(outcome, bo)).toMatchObject({ violations: 0, refusals: [] })
    expect(recordIn(room.board, 'shape:note')).toMatchObject({ parentId: PAGE_ID, x: 105, y: 5 })
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('takes an orphan to the page that comes after its group is gone', () => {
    const room = new GuardedBoard(withGroups)
    const [ada, bo] = [room.join('ada'), room.join('bo')]
    deleteRecords(ada.board, ada.author, ['shape:one'])
    room.tick(ada)
    createRecords(bo.board, bo.author, [recordBy('bo', 'shape:late', { parentId: 'shape:one' })])
    room.tick(bo)
    expect(recordIn(room.board, 'shape:late')).toMatchObject({ parentId: PAGE_ID })
  })

  it('opens a circle two people closed together', () => {
    const room = new GuardedBoard(withGroups)
    const [ada, bo] = [room.join('ada'), room.join('bo')]
    ada.board.records.get('shape:one')?.set('place', ['shape:two', 0, 0, 0])
    bo.board.records.get('shape:two')?.set('place', ['shape:one', 0, 0, 0])
    room.tick(ada, bo)
    const parents = ['shape:one', 'shape:two'].map((id) => recordIn(room.board, id)?.['parentId'])
    expect(parents).toContain(PAGE_ID)
    expect(contentsOf(ada.board)).toEqual(room.contents)
    expect(room.sent).toHaveLength(1)
  })

  it('tells two shapes with one index apart', () => {
    const room = new GuardedBoard(furnish)
    const [ada, bo] = [room.join('ada'), room.join('bo')]
    createRecords(ada.board, ada.author, [recordBy('ada', 'shape:a', { index: 'a5' })])
    createRecords(bo.board, bo.author, [recordBy('bo', 'shape:b', { index: 'a5' })])
    room.tick(ada, bo)
    const indices = ['shape:a', 'shape:b'].map((id) => recordIn(room.board, id)?.['index'])
    expect(new Set(indices).size).toBe(2)
  })

  it('lets no index become endless, however many come to where another one is', () => {
    const room = new GuardedBoard(furnish)
    const [ada, bo] = [room.join('ada'), room.join('bo')]
    const index = `a5${'V'.repeat(LIMITS.INDEX_CHARACTERS - 2)}`
    const ids = Array.from({ length: 30 }, (_, at) => `shape:${at}`)
    for (const id of ids) {
      createRecords(ada.board, ada.author, [recordBy('ada', id, { index })])
      room.tick(ada)
    }
    for (const map of room.board.records.values()) expect(checkRecord(readRecord(map)).ok).toBe(true)
    for (const id of ids) bo.board.records.get(id)?.set('opacity', 0.5)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0, refusals: [] })
  })

  it('takes away a binding whose end was deleted at the same time, and keeps one to a card', () => {
    const room = new GuardedBoard((board) => {
      furnish(board)
      board.placements.set('alpha/first', { target: 'frame', dx: 0, dy: 0 })
    })
    const [ada, bo] = [room.join('ada'), room.join('bo')]
    deleteRecords(ada.board, ada.author, ['shape:note'])
    createRecords(bo.board, bo.author, [
      arrowRecord('shape:from', { index: 'a5', meta: { createdBy: 'bo', createdAt: NOW } }),
      bindingRecord('binding:lost', 'shape:from', 'shape:note'),
      bindingRecord('binding:kept', 'shape:from', 'shape:card-alpha-first'),
    ])
    room.tick(bo, ada)
    expect(room.board.records.has('binding:lost')).toBe(false)
    expect(room.board.records.has('binding:kept')).toBe(true)
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })
})
