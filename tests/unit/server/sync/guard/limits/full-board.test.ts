import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BASE_UNIT, CANVAS_INSTANCE, placementKey } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { readInitiative } from '@/lib/board/read'
import { LIMITS } from '@/lib/sync/limits'
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

  it('[ACCESS-12] keeps what stands where somebody puts something larger in its place', () => {
    const before = room.contents
    const larger = { ...recordBy('bo', 'shape:note'), meta: { createdBy: 'bo', note: 'x'.repeat(500) } }
    bo.board.records.set('shape:note', new Y.Map<unknown>([[BASE_UNIT, larger]]))
    const outcome = room.tick(bo)
    expect(outcomeOf(outcome, bo).refusals).toEqual([{ code: 'board-full', record: 'records/shape:note' }])
    expect(outcome.changes).toEqual([])
    expect([room.contents, contentsOf(bo.board)]).toEqual([before, before])
  })

  it('[ACCESS-12] keeps what two people put back at the same time', () => {
    const ada = room.join('ada')
    deleteRecords(bo.board, bo.author, ['shape:note'])
    room.tick(bo)
    for (const { board, author } of [ada, bo]) createRecords(board, author, [recordBy('ada', 'shape:note')])
    const outcome = room.tick(ada, bo)
    expect([ada, bo].map((one) => outcomeOf(outcome, one).refusals)).toEqual([[], []])
    expect(room.board.records.has('shape:note')).toBe(true)
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

/** A full board of which nothing is left of what it may still grow by. */
function fullToTheBrim(): { room: GuardedBoard; bo: Visitor } {
  const room = new GuardedBoard((board) => {
    furnish(board)
    board.placements.set(ALPHA_PLACE, placement(1))
    board.records.get('shape:note')?.set('meta.memo', 'm'.repeat(500))
  })
  const bo = room.join('bo')
  room.isFull = true
  room.bytes = LIMITS.DOCUMENT_BYTES + LIMITS.FULL_MORE_BYTES
  return { room, bo }
}

const typing = (insert: string, remove = 0) =>
  ({ root: 'initiatives', id: alpha, field: 'title', at: 0, remove, insert }) as const

describe('a board that is full and has grown as far as it may', () => {
  it.each<[string, (bo: Visitor) => void]>([
    ['a move', ({ board }) => board.records.get('shape:note')?.set('place', ['page:page', 7.25, 5, 0.5])],
    ['another size', ({ board }) => board.records.get('shape:note')?.set('wh', [77.5, 88.25])],
    ['a card that slides', ({ board }) => board.placements.set(ALPHA_PLACE, { ...placement(0.125), dy: 3 })],
    ['a card that is taken away', ({ board }) => board.placements.set(ALPHA_PLACE, null)],
    ['a deletion', (bo) => setInitiativeDeleted(bo.board, bo.author, { id: alpha, deleted: true })],
    ['a shorter value', ({ board }) => board.records.get('shape:note')?.set('meta.memo', 'n'.repeat(400))],
    ['one as long', ({ board }) => board.records.get('shape:note')?.set('meta.memo', 'n'.repeat(500))],
    ['a shorter text', (bo) => editText(bo.board, bo.author, typing('', 2))],
    ['a text as long', (bo) => editText(bo.board, bo.author, typing('ab', 2))],
  ])('[ACCESS-12] takes %s', (_what, write) => {
    const { room, bo } = fullToTheBrim()
    write(bo)
    expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ refusals: [], violations: 0 })
    expect(contentsOf(bo.board)).toEqual(room.contents)
  })

  it('[ACCESS-12] takes no field, no letter and no longer value, and leaves nothing of them', () => {
    const { room, bo } = fullToTheBrim()
    const before = room.contents
    const note = bo.board.records.get('shape:note')
    const writes: readonly (() => unknown)[] = [
      () => note?.set('meta.more', 'x'.repeat(150)),
      () => note?.set('meta.memo', 'm'.repeat(501)),
      () => note?.set('props.color', 'red'),
      () => bo.board.initiatives.get(alpha)?.set('owner', 'Ann'),
      () => editText(bo.board, bo.author, typing('ABC')),
      () => bo.board.placements.set(placementKey(alpha, 'first' as never), null),
    ]
    for (const write of writes) {
      write()
      expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'board-full' }])
    }
    expect(contentsOf(bo.board)).toEqual(room.contents)
    const owner = { removed: 1 }
    expect(room.contents).toMatchObject({ ...(before as object), initiatives: { alpha: { owner } } })
    expect(room.board.records.get('shape:note')?.has('props.color')).toBe(false)
    expect(readInitiative(room.board, alpha)?.title).toBe('Title')
  })

  it('[ACCESS-12] gives back what was deleted there, also by undo, but no more than went', () => {
    const { room, bo } = fullToTheBrim()
    const note = recordBy('ada', 'shape:note')
    deleteRecords(bo.board, bo.author, ['shape:note'])
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
    const meta = { createdBy: 'ada', createdAt: 1, memo: 'x'.repeat(9_000) }
    createRecords(bo.board, bo.author, [{ ...note, meta }])
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'board-full' }])
    createRecords(bo.board, bo.author, [note])
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
    expect(room.board.records.has('shape:note')).toBe(true)
  })

  it('[ACCESS-12] keeps space for what only takes the place of something, and takes small changes while there is more', () => {
    const { room, bo } = fullToTheBrim()
    room.bytes -= LIMITS.FULL_KEPT_BYTES
    const note = bo.board.records.get('shape:note')
    note?.set('meta.more', 'x')
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'board-full' }])
    note?.set('props.color', 'white')
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
    room.isFull = false
    room.tick(bo)
    bo.board.records.get('shape:note')?.set('meta.none', 1)
    room.tick(bo)
    room.isFull = true
    room.bytes -= 1_000
    note?.set('meta.more', 'x'.repeat(150))
    editText(bo.board, bo.author, typing('A'))
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([])
    note?.set('meta.much', 'x'.repeat(900))
    expect(outcomeOf(room.tick(bo), bo).refusals).toMatchObject([{ code: 'board-full' }])
  })
})
