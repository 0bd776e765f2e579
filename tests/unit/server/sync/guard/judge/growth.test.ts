import { beforeEach, describe, expect, it } from 'vitest'
import { CANVAS_INSTANCE, placementKey } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { readInitiative } from '@/lib/board/read'
import { initiativeId } from '@/tests/support/boards/board-builders'
import { contentsOf, furnish, GuardedBoard, outcomeOf, recordBy, type Visitor } from '../guarded-board'

const alpha = initiativeId('alpha')
const ALPHA_PLACE = placementKey(alpha, CANVAS_INSTANCE)
const placement = (dx: number) => ({ target: 'canvas', dx, dy: 0 })

describe('a board that is full', () => {
  let room: GuardedBoard
  let bo: Visitor
  beforeEach(() => {
    room = new GuardedBoard(furnish)
    bo = room.join('bo')
    room.isFull = true
  })

  it.each<[string, string, () => void]>([
    [
      'a record',
      'records/shape:new',
      () => createRecords(bo.board, bo.author, [recordBy('bo', 'shape:new')]),
    ],
    [
      'an initiative',
      'initiatives/new',
      () => addInitiatives(bo.board, bo.author, [{ id: initiativeId('new'), title: 'New' }]),
    ],
    [
      'a placement',
      `placements/${ALPHA_PLACE}`,
      () => setPlacements(bo.board, bo.author, [{ key: ALPHA_PLACE, placement: placement(1) }]),
    ],
    [
      'a longer value',
      'records/shape:note',
      () => bo.board.records.get('shape:note')?.set('props.url', `https://example.org/${'x'.repeat(500)}`),
    ],
  ])('[ACCESS-12] puts %s back, says so, and holds it against nobody', (_what, record, write) => {
    write()
    const outcome = outcomeOf(room.tick(bo), bo)
    expect(outcome).toMatchObject({ taken: 1, violations: 0, end: null })
    expect(outcome.refusals).toEqual([{ code: 'board-full', record }])
    expect(contentsOf(bo.board)).toEqual(room.contents)
    expect(JSON.stringify(room.contents)).not.toMatch(/shape:new|"new"|"dx":1|xxx/)
    room.isFull = false
    write()
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
  })

  it('[ACCESS-12] keeps no key of a placement of nothing, or of what it puts back with it', () => {
    const keys = ['junk', placementKey(initiativeId('nobody'), CANVAS_INSTANCE)]
    for (const key of keys) bo.board.placements.set(key, placement(1))
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject(keys.map(() => ({ code: 'board-full' })))
    addInitiatives(bo.board, bo.author, [{ id: initiativeId('new'), title: 'New' }])
    const ofNew = placementKey(initiativeId('new'), CANVAS_INSTANCE)
    setPlacements(bo.board, bo.author, [{ key: ofNew, placement: placement(1) }])
    room.sendStep2(bo)
    for (const key of [...keys, ofNew]) expect(room.board.placements.has(key), key).toBe(false)
  })

  it('[ACCESS-12] lets deletions, moves and typing through', () => {
    setInitiativeDeleted(bo.board, bo.author, { id: alpha, deleted: true })
    bo.board.records.get('shape:note')?.set('place', ['page:page', 700, 5, 0])
    editText(bo.board, bo.author, {
      root: 'initiatives',
      id: alpha,
      field: 'title',
      at: 0,
      remove: 0,
      insert: 'A',
    })
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
    expect(readInitiative(room.board, alpha)).toMatchObject({ title: 'ATitle', deleted: { by: 'bo' } })
    expect(room.board.records.get('shape:note')?.get('place')).toEqual(['page:page', 700, 5, 0])
    deleteRecords(bo.board, bo.author, ['shape:note'])
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
    expect(room.board.records.has('shape:note')).toBe(false)
  })
})
