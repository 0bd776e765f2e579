import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { moveInstance } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { readInitiative, readInstance, readRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { placementKey, type BoardDocument } from '@/lib/board/layout'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { LIMITS } from '@/lib/sync/limits'
import { anyValue, rawUpdate } from './raw-update'
import { contentsOf, furnish, GuardedBoard, outcomeOf, recordBy, type Visitor } from './guarded-board'

const alpha = initiativeId('alpha')
const TAIL = 60_000

/** A board with a long summary in front of a long list of its client. */
function furnishLongList(board: BoardDocument): void {
  furnish(board)
  const fields = board.initiatives.get(alpha)
  summaryOn(board).insert(0, 'x'.repeat(LIMITS.SUMMARY_CHARACTERS))
  board.doc.transact(() => {
    for (let at = 0; at < TAIL; at++) fields?.set(at % 2 === 0 ? 'effort' : 'owner', null)
  })
}

const summaryOn = (board: BoardDocument): Y.Text => board.initiatives.get(alpha)?.get('summary') as Y.Text

/** So many updates, each of which cuts the summary in a few places from one letter on and builds on the one before. */
function cutOften({ board, doc }: Visitor, updates: number, from: number): void {
  for (let at = 0; at < updates; at++)
    doc.transact(() => {
      board.initiatives.get(alpha)?.set('effort', 1 + at)
      for (let letter = 0; letter < 8; letter++) summaryOn(board).delete(from + at * 8 + letter, 1)
    })
}

describe('a board behind its guard', () => {
  it('takes in what participants do with cards, notes and texts', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada')
    const bo = room.join('bo')
    const key = placementKey(alpha, FIRST_INSTANCE)
    setPlacements(ada.board, ada.author, [{ key, placement: { target: 'frame', dx: 5, dy: 6 } }])
    addInitiatives(ada.board, ada.author, [{ id: initiativeId('beta'), title: 'Beta' }])
    createRecords(bo.board, bo.author, [recordBy('bo', 'shape:other', { index: 'a2' })])
    editText(bo.board, bo.author, {
      root: 'initiatives',
      id: alpha,
      field: 'title',
      at: 5,
      remove: 0,
      insert: '!',
    })
    const outcome = room.tick(ada, bo)
    expect(outcomeOf(outcome, ada)).toEqual({
      taken: 2,
      refusals: [],
      violations: 0,
      forgiven: 0,
      putBackBytes: 0,
      needsStep1: false,
      end: null,
    })
    expect(outcomeOf(outcome, bo)).toEqual({
      taken: 2,
      refusals: [],
      violations: 0,
      forgiven: 0,
      putBackBytes: 0,
      needsStep1: false,
      end: null,
    })
    expect(room.board.placements.get(key)).toEqual({ target: 'frame', dx: 5, dy: 6 })
    expect(readInitiative(room.board, alpha)?.title).toBe('Title!')
    expect(room.board.records.has('shape:other')).toBe(true)
    for (const { board } of room.visitors) expect(contentsOf(board)).toEqual(room.contents)
  })

  it('sends one update per tick and names who changed what', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada', 'participant', 7)
    const bo = room.join('bo', 'participant', 9)
    setInitiativeDeleted(ada.board, ada.author, { id: alpha, deleted: true })
    createRecords(ada.board, ada.author, [recordBy('ada', 'shape:new', { index: 'a2' })])
    deleteRecords(bo.board, bo.author, ['shape:note'])
    const outcome = room.tick(ada, bo)
    expect(room.sent).toHaveLength(1)
    const at = room.now
    expect(outcome.changes).toEqual([
      { record: 'initiatives/alpha', personId: 'ada', at },
      { record: 'records/shape:new', personId: 'ada', at },
      { record: 'records/shape:note', personId: 'bo', at },
    ])
    // Bo only deleted, which needs no client id.
    expect(outcome.clientIds).toEqual([{ clientId: 7, personId: 'ada' }])
    expect(room.tick(ada, bo)).toMatchObject({ update: null, changes: [], clientIds: [] })
  })

  it('keeps the client id of the server through a write-back', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada')
    moveInstance(ada.board, ada.author, { id: FIRST_INSTANCE, place: [9, 9] })
    const before = room.board.doc.clientID
    room.tick(ada)
    expect(readInstance(room.board, FIRST_INSTANCE)?.place).toEqual([0, 0])
    expect(room.board.doc.clientID).toBe(before)
  })

  it('writes template edits of a participant back, and nobody else is affected', () => {
    const room = new GuardedBoard(furnish)
    const fay = room.join('fay', 'facilitator')
    const bo = room.join('bo')
    moveInstance(bo.board, bo.author, { id: FIRST_INSTANCE, place: [9, 9] })
    createRecords(fay.board, fay.author, [recordBy('fay', 'shape:fay', { index: 'a3' })])
    const outcome = room.tick(bo, fay)
    expect(outcomeOf(outcome, bo)).toMatchObject({
      violations: 1,
      forgiven: 0,
      end: null,
      refusals: [{ code: 'not-allowed', record: 'instances/first' }],
    })
    expect(outcomeOf(outcome, fay)).toMatchObject({ violations: 0, refusals: [], end: null })
    expect(outcome.changes.map(({ record }) => record)).toEqual(['records/shape:fay'])
    for (const { board } of [room, ...room.visitors]) {
      expect(readInstance(board, FIRST_INSTANCE)?.place).toEqual([0, 0])
      expect(board.records.has('shape:fay')).toBe(true)
    }
    moveInstance(fay.board, fay.author, { id: FIRST_INSTANCE, place: [3, 4] })
    expect(outcomeOf(room.tick(fay), fay).violations).toBe(0)
    expect(readInstance(room.board, FIRST_INSTANCE)?.place).toEqual([3, 4])
  })

  it('lets a viewer change nothing, and counts each attempt', () => {
    const room = new GuardedBoard(furnish)
    const vi = room.join('vi', 'viewer')
    const before = Y.encodeStateAsUpdate(room.board.doc)
    createRecords(vi.board, vi.author, [recordBy('vi', 'shape:vi')])
    setInitiativeDeleted(vi.board, vi.author, { id: alpha, deleted: true })
    const outcome = room.tick(vi)
    expect(outcome.update).toBeNull()
    expect(outcomeOf(outcome, vi)).toEqual({
      taken: 0,
      violations: 2,
      forgiven: 0,
      putBackBytes: 0,
      needsStep1: false,
      end: null,
      refusals: [{ code: 'not-allowed', record: 'records/shape:vi' }],
    })
    expect(Y.encodeStateAsUpdate(room.board.doc)).toEqual(before)
  })

  it('does not hold it against a viewer that a step2 repeats what the server deleted', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada')
    const vi = room.join('vi', 'viewer')
    deleteRecords(ada.board, ada.author, ['shape:note'])
    room.tick(ada)
    expect(room.sendStep2(vi)).toMatchObject({ taken: 1, violations: 0, end: null })
  })

  it('takes in what a viewer wrote once they are promoted and their step2 comes', () => {
    const room = new GuardedBoard(furnish)
    const vi = room.join('vi', 'viewer')
    createRecords(vi.board, vi.author, [recordBy('vi', 'shape:one', { index: 'a2' })])
    room.tick(vi)
    const sender = { ...vi.sender, role: 'participant' as const }
    createRecords(vi.board, vi.author, [recordBy('vi', 'shape:two', { index: 'a3' })])
    const [late] = vi.outbox.splice(0)
    const held = room.run([{ sender, kind: 'update', update: late ?? new Uint8Array() }])
    expect(outcomeOf(held, vi)).toMatchObject({ taken: 0, needsStep1: true, end: null })
    expect(room.sendStep2({ ...vi, sender })).toMatchObject({ taken: 3, violations: 0, end: null })
    expect(room.board.records.has('shape:one') && room.board.records.has('shape:two')).toBe(true)
  })

  it('counts as taken only what has no gap before it', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada')
    for (const id of ['shape:1', 'shape:2', 'shape:3']) {
      createRecords(ada.board, ada.author, [recordBy('ada', id, { index: `a${id.slice(-1)}5` })])
    }
    const [first, second, third] = ada.outbox.splice(0) as [Uint8Array, Uint8Array, Uint8Array]
    expect(room.send(ada, second)).toMatchObject({ taken: 0, needsStep1: true })
    expect(room.send(ada, third)).toMatchObject({ taken: 0, needsStep1: false })
    expect(room.send(ada, first)).toMatchObject({ taken: 0 })
    expect(room.sendStep2(ada)).toMatchObject({ taken: 4, end: null })
    expect(room.board.records.has('shape:3')).toBe(true)
  })

  it('holds no more for one person than a few sockets need, however many they open', () => {
    const room = new GuardedBoard(furnish)
    const content = anyValue('x'.repeat(LIMITS.STEP2_BYTES / 2))
    const holdSome = (name: string): unknown => {
      const visitor = room.join(name)
      const structs = [{ parent: 'records', key: 'shape:late', content }]
      return room.send(visitor, rawUpdate([{ client: visitor.doc.clientID, clock: 1, structs }])).end
    }
    const ends = ['ada', 'ada', 'ada', 'ada', 'ben'].map(holdSome)
    expect(ends).toEqual([null, null, null, 'reload-needed', null])
  })

  it('[ROOM-15] many small updates of one tick move no more along than one may, also of what was held', () => {
    const room = new GuardedBoard(furnishLongList)
    const [ada, ben] = [room.join('ada'), room.join('ben')]
    cutOften(ada, 55, 1)
    cutOften(ben, 60, 1_000)
    const burst = room.tick(ada)
    expect(outcomeOf(burst, ada).end).toBe('reload-needed')
    const [first = new Uint8Array(), ...later] = ben.outbox.splice(0)
    const held = room.run(later.map((update) => ({ sender: ben.sender, kind: 'update', update })))
    expect([held.update, outcomeOf(held, ben).end]).toEqual([null, null])
    const completed = room.run([{ sender: ben.sender, kind: 'step2', update: first }])
    expect(outcomeOf(completed, ben).end).toBe('reload-needed')
    const moved = [burst.moved.get(ada.sender.personId), completed.moved.get(ben.sender.personId)]
    const isBounded = (count = 0): boolean => count > 0 && count <= LIMITS.MOVED_PER_UPDATE
    expect(moved.map(isBounded)).toEqual([true, true])
  })

  it('ends a connection whose gap does not close', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada')
    createRecords(ada.board, ada.author, [recordBy('ada', 'shape:1', { index: 'a2' })])
    createRecords(ada.board, ada.author, [recordBy('ada', 'shape:2', { index: 'a3' })])
    const late = ada.outbox[1] ?? new Uint8Array()
    expect(room.send(ada, late, 'step2').end).toBeNull()
    const ends = [1, 2, 3].map(() => room.send(ada, late, 'step2').end)
    expect(ends).toEqual([null, null, 'reload-needed'])
    expect(room.sendStep2(ada)).toMatchObject({ taken: 0, end: 'reload-needed' })
    expect(room.board.records.has('shape:1')).toBe(false)
  })

  it('takes in a step2 that overlaps with what the server has by half a struct', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada')
    const old = Y.encodeStateVector(room.board.doc)
    const type = (at: number, insert: string): unknown =>
      editText(ada.board, ada.author, {
        root: 'initiatives',
        id: alpha,
        field: 'title',
        at,
        remove: 0,
        insert,
      })
    type(5, 'a')
    room.tick(ada)
    type(6, 'b')
    type(7, 'c')
    const stale = Y.encodeStateAsUpdate(ada.doc, old)
    expect(room.send(ada, stale, 'step2')).toMatchObject({ taken: 1, violations: 0, end: null })
    expect(readInitiative(room.board, alpha)?.title).toBe('Titleabc')
    expect(outcomeOf(room.tick(ada), ada)).toMatchObject({ taken: 2, end: null })
    expect(room.sent).toHaveLength(2)
  })

  it('takes in a whole afternoon offline: made, changed, deleted, brought back, typed and undone', () => {
    const room = new GuardedBoard(furnish)
    const [ada, bo] = [room.join('ada'), room.join('bo')]
    const record = recordBy('ada', 'shape:own', { index: 'a2' })
    createRecords(ada.board, ada.author, [record])
    for (const x of [1, 2, 3]) ada.board.records.get('shape:own')?.set('place', ['page:page', x, x, 0])
    deleteRecords(ada.board, ada.author, ['shape:own', 'shape:note'])
    createRecords(ada.board, ada.author, [record])
    const title = ada.board.initiatives.get(alpha)?.get('title') as Y.Text
    const undo = new Y.UndoManager(title, { captureTimeout: 0 })
    title.insert(0, 'My ')
    title.delete(3, 5)
    undo.undo()
    for (const deleted of [true, false]) setInitiativeDeleted(ada.board, ada.author, { id: alpha, deleted })
    bo.board.records.get('shape:note')?.set('opacity', 0.5)
    room.tick(bo)
    expect(room.sendStep2(ada)).toEqual({
      taken: 1,
      refusals: [],
      violations: 0,
      forgiven: 0,
      putBackBytes: 0,
      needsStep1: false,
      end: null,
    })
    expect(readRecord(room.board.records.get('shape:own') ?? new Y.Map())).toEqual(record)
    expect(room.board.records.has('shape:note')).toBe(false)
    expect(readInitiative(room.board, alpha)?.title).toBe('My Title')
    for (const { board } of room.visitors) expect(contentsOf(board)).toEqual(room.contents)
  })

  it('starts afresh for a connection it was told to forget', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada')
    expect(room.send(ada, Uint8Array.of(1, 2, 3)).end).toBe('invalid-document')
    room.guard.forget(ada.sender.connectionId)
    createRecords(ada.board, ada.author, [recordBy('ada', 'shape:1', { index: 'a2' })])
    expect(outcomeOf(room.tick(ada), ada)).toMatchObject({ taken: 1, end: null })
  })

  it('follows what the server itself writes between ticks', () => {
    const room = new GuardedBoard(furnish)
    const server = { ...authorOf('server'), origin: 'server' as const }
    createRecords(room.board, server, [recordBy('ada', 'shape:late', { index: 'a4' })])
    room.board.records.get('shape:note')?.set('meta.createdBy', 'server')
    const bo = room.join('bo')
    for (const id of ['shape:late', 'shape:note'])
      bo.board.records.get(id)?.set('place', ['page:page', 7, 'x', 0])
    room.tick(bo)
    bo.board.records.get('shape:note')?.set('opacity', 0.5)
    expect(outcomeOf(room.tick(bo), bo).refusals).toEqual([
      { code: 'not-allowed', record: 'records/shape:note' },
    ])
    expect(readRecord(room.board.records.get('shape:late') ?? new Y.Map())).toMatchObject({ x: 0, y: 0 })
  })
})
