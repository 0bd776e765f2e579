import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from '@/lib/sync/limits'
import { decodeUpdate } from '@/server/sync/guard/screen/decode-update'
import { PlaceFinder } from '@/server/sync/guard/screen/place'
import { resolveStructs } from '@/server/sync/guard/screen/resolve-structs'
import { countWalked } from '@/server/sync/guard/screen/walked'
import { CANVAS_INSTANCE, placementKey, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import type { SenderOutcome } from '@/server/sync/guard/guard'
import { forge, furnish, GuardedBoard, outcomeOf, type Visitor } from '../guarded-board'
import { anyValue, rawUpdate } from '../raw-update'

function look(board: BoardDocument, update: Uint8Array): boolean {
  const decoded = decodeUpdate(update)
  if (!decoded) throw new Error('the update can be read')
  const resolved = resolveStructs(decoded, board.doc.store, new PlaceFinder(board))
  if (typeof resolved === 'string') throw new Error(resolved)
  return countWalked(resolved, board.doc) > LIMITS.MOVED_PER_UPDATE
}

function furnished(): BoardDocument {
  const board = seededBoard(1_000)
  furnish(board)
  return board
}

function baseOf(board: BoardDocument): Y.ID {
  const id = board.records.get('shape:note')?._map.get('b')?.id
  if (!id) throw new Error('the note is there')
  return id
}

function lastOf(text: Y.Text): Y.ID {
  let item = text._start
  while (item?.right) item = item.right
  if (!item) throw new Error('the text is not empty')
  return item.lastId
}

describe('how far Yjs walks to place what an update brings', () => {
  it('is small for an import, a long drag offline and an afternoon of typing', () => {
    const board = furnished()
    const busy = forge(board.doc, 5, (copy) => {
      copy.doc.transact(() => {
        const note = copy.records.get('shape:note')
        for (let x = 0; x < 5_000; x++) note?.set('place', ['page:page', x, 0, 0])
        const title = copy.initiatives.get('alpha')?.get('title') as Y.Text
        for (let at = 0; at < 1_000; at++) title.insert(at % 5, 'x')
        for (let at = 0; at < 2_000; at++)
          copy.initiatives.set(`i${at}`, new Y.Map([['title', new Y.Text('x')]]))
      })
    })
    expect(look(board, busy)).toBe(false)
  })

  it('is refused where structs name neighbours far apart in the document', () => {
    const board = furnished()
    const base = baseOf(board)
    const structs = (count: number): { origin: Y.ID; content: Y.ContentAny }[] =>
      Array.from({ length: count }, () => ({ origin: base, content: anyValue(1) }))
    const first = rawUpdate([{ client: 5, clock: 0, structs: structs(1_000) }])
    expect(look(board, first)).toBe(false)
    Y.applyUpdate(board.doc, first)
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: structs(9) }]))).toBe(false)
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: structs(11) }]))).toBe(true)
    const atStart = Array.from({ length: 11 }, () => ({
      parent: Y.createID(base.client, base.clock - 1),
      key: 'b',
      content: anyValue(1),
    }))
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: atStart }]))).toBe(true)
  })

  it('is refused where structs begin a long text and name a right neighbour far away, in the document or their own', () => {
    const board = furnished()
    const title = board.initiatives.get('alpha')?.get('title') as Y.Text
    for (let at = 0; at < 1_000; at++) title.insert(0, 'x')
    const last = lastOf(title)
    const behind = (count: number, rightOrigin: Y.ID) =>
      Array.from({ length: count }, () => ({ rightOrigin, content: new Y.ContentString('y') }))
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: behind(9, last) }]))).toBe(false)
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: behind(11, last) }]))).toBe(true)
    const own = { origin: last, content: new Y.ContentString('z') }
    const beforeOwn = [own, ...behind(11, Y.createID(9, 0))]
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: beforeOwn }]))).toBe(true)
  })

  it('is small where somebody writes letter before letter at the beginning or within a long text', () => {
    const board = furnished()
    const title = board.initiatives.get('alpha')?.get('title') as Y.Text
    for (let at = 0; at < 1_000; at++) title.insert(0, 'x')
    for (const place of [0, 500]) {
      const update = forge(board.doc, 5, (copy) => {
        const text = copy.initiatives.get('alpha')?.get('title') as Y.Text
        copy.doc.transact(() => {
          for (let letter = 0; letter < 500; letter++) text.insert(place, 'y')
        })
      })
      expect(look(board, update), `at ${place}`).toBe(false)
    }
  })

  it('is refused where an update piles up structs at one place', () => {
    const board = furnished()
    const structs = Array.from({ length: 1_500 }, () => ({ origin: baseOf(board), content: anyValue(1) }))
    expect(look(board, rawUpdate([{ client: 5, clock: 0, structs }]))).toBe(true)
  })

  it('does not count up to a right neighbour that is near', () => {
    const board = furnished()
    const title = board.initiatives.get('alpha')?.get('title') as Y.Text
    for (let at = 0; at < 1_000; at++) title.insert(0, 'x')
    const update = forge(board.doc, 5, (copy) => {
      const text = copy.initiatives.get('alpha')?.get('title') as Y.Text
      copy.doc.transact(() => {
        for (let at = 0; at < 500; at++) text.insert(at * 2, 'y')
      })
    })
    expect(look(board, update)).toBe(false)
  })
})

/** A board on which so many cards lie, and what somebody who moved each once brings, after others moved all so often. */
function movedMeanwhile(cards: number, times: number): { room: GuardedBoard; ada: Visitor } {
  const keys = Array.from({ length: cards }, (_one, at) =>
    placementKey(initiativeId(`c${at}`), CANVAS_INSTANCE),
  )
  const room = new GuardedBoard((board) => {
    const drafts = keys.map((_key, at) => ({ id: initiativeId(`c${at}`), title: 'Card' }))
    addInitiatives(board, authorOf('ada'), drafts)
    board.doc.transact(() => moveAll(board, keys, 0))
  })
  const ada = room.join('ada')
  ada.doc.transact(() => moveAll(ada.board, keys, 77))
  const bo = room.board
  for (let turn = 1; turn <= times; turn++) bo.doc.transact(() => moveAll(bo, keys, turn))
  return { room, ada }
}

function moveAll(board: BoardDocument, keys: readonly string[], dx: number): void {
  for (const key of keys) board.placements.set(key, { target: 'canvas', dx, dy: 0 })
}

describe('honest work in the same place as that of others', () => {
  it.each([
    [500, 21],
    [1_000, 11],
    [2_000, 6],
    [2_000, 45],
    [400, 240],
  ])('[ROOM-15] is taken: %i cards moved without a line, which others moved %i times', (cards, times) => {
    const { room, ada } = movedMeanwhile(cards, times)
    const outcome = room.tick(ada)
    expect(outcomeOf(outcome, ada)).toMatchObject({ taken: 1, end: null })
    const structs = (outcome.moved.get(ada.sender.personId) ?? 0) / LIMITS.MOVED_PER_STRUCT
    expect(structs).toBeLessThanOrEqual(LIMITS.GROWTH_STRUCTS_AT_ONCE / 4)
  })

  it('[ROOM-15] is taken: two hold an arrow key with the same cards for ten seconds, each some writes behind', () => {
    const { room, ada } = movedMeanwhile(150, 0)
    const bo = room.join('bo')
    const keys = [...room.board.placements.keys()]
    let moved = 0
    for (let turn = 0; turn < 50; turn++) {
      for (const person of [ada, bo])
        for (let write = 0; write < 5; write++)
          person.doc.transact(() => moveAll(person.board, keys, turn * 5 + write))
      const outcome = room.tick(ada, bo)
      for (const person of [ada, bo]) expect(outcomeOf(outcome, person).end).toBeNull()
      moved += outcome.moved.get(bo.sender.personId) ?? 0
    }
    expect(moved).toBeGreaterThan(0)
    expect(moved / LIMITS.MOVED_PER_STRUCT).toBeLessThan(LIMITS.GROWTH_STRUCTS_AT_ONCE)
  })

  it('[ROOM-15] is taken: thousands of corrections in one text without a line, while others write there', () => {
    const room = new GuardedBoard(furnish)
    const ada = room.join('ada')
    const title = (board: BoardDocument) => board.initiatives.get('alpha')?.get('summary') as Y.Text
    title(ada.board).insert(0, 'Some words that are there. '.repeat(10))
    room.tick(ada)
    const bo = room.join('bo')
    for (let at = 0; at < 40; at++) title(bo.board).insert(at * 3, 'x')
    room.tick(bo)
    const update = forge(ada.doc, 77, (copy) => {
      const text = title(copy)
      copy.doc.transact(() => {
        for (let at = 0; at < 3_000; at++) {
          const place = (at * 37) % (text.length - 20)
          text.insert(place, 'abc')
          text.delete(place + 1, text.length > 1_500 ? 5 : 1)
        }
      })
    })
    expect(room.send(ada, update)).toMatchObject({ taken: 1, end: null })
  })

  it('[ROOM-15] is what a forged update has to pass for: so many short walks take a tick of moderate length, more none', () => {
    const most = LIMITS.MOVED_PER_UPDATE / LIMITS.MOVED_PER_NEAR_STEP / LIMITS.NEAR_STEPS
    const send = (count: number): SenderOutcome => {
      const { room, ada } = movedMeanwhile(2, LIMITS.NEAR_STEPS - 2)
      const [key = ''] = [...room.board.placements.keys()]
      const origin = firstOf(room.board.placements._map.get(key)).lastId
      const structs = Array.from({ length: count }, () => ({ origin, content: anyValue(null) }))
      const begin = performance.now()
      const outcome = room.send(ada, rawUpdate([{ client: 90, clock: 0, structs }]))
      expect(performance.now() - begin).toBeLessThan(1_000)
      return outcome
    }
    expect(send(0.9 * most)).toMatchObject({ taken: 1, end: null })
    expect(send(1.1 * most)).toMatchObject({ taken: 0, end: 'reload-needed' })
  })
})

function firstOf(item: Y.Item | undefined): Y.Item {
  let first = item
  while (first?.left) first = first.left
  if (!first) throw new Error('something stands there')
  return first
}

/** A long list of deleted letters behind those of a title, which Yjs keeps apart; answers with the last letter before. */
function stretch(room: GuardedBoard, mallory: Visitor, letters: number): Y.ID {
  const title = room.board.initiatives.get('alpha')?.get('title') as Y.Text
  const first = title._start?.id
  const before = lastOf(title)
  const structs = Array.from({ length: letters }, (_one, at) => ({
    origin: at === 0 ? before : Y.createID(101, at - 1),
    ...(at % 2 === 1 && first ? { rightOrigin: first } : {}),
    content: new Y.ContentDeleted(1),
  }))
  expect(room.send(mallory, rawUpdate([{ client: 101, clock: 0, structs }]))).toMatchObject({ taken: 1 })
  return before
}

describe('whoever makes Yjs walk', () => {
  const letter = (): Y.ContentString => new Y.ContentString('x')

  it('[ROOM-15] hides no walk behind the known part of a struct', () => {
    const room = new GuardedBoard(furnish)
    const mallory = room.join('mallory')
    const before = stretch(room, mallory, 5_000)
    const atEnd = { origin: Y.createID(101, 4_999), content: letter() }
    room.send(mallory, rawUpdate([{ client: 200, clock: 0, structs: [atEnd] }]))
    const longer = {
      origin: before,
      rightOrigin: Y.createID(101, 0),
      content: new Y.ContentString(`x${'r'.repeat(100)}`),
    }
    const beforeIt = Array.from({ length: 100 }, (_one, at) => ({
      origin: before,
      rightOrigin: Y.createID(200, 1 + at),
      content: letter(),
    }))
    const blocks = [
      { client: 200, clock: 0, structs: [longer] },
      { client: 100, clock: 0, structs: beforeIt },
    ]
    expect(room.send(mallory, rawUpdate(blocks))).toMatchObject({ taken: 0, end: 'reload-needed' })
  })

  it('[ROOM-15] does so only so far in one tick, in however many updates', () => {
    const room = new GuardedBoard(furnish)
    const mallory = room.join('mallory')
    const before = stretch(room, mallory, 4_000)
    const update = (clock: number): Uint8Array => {
      const struct = { origin: before, rightOrigin: Y.createID(101, 3_999 - clock), content: letter() }
      return rawUpdate([{ client: 100, clock, structs: [struct] }])
    }
    const queue = [0, 1, 2, 3].map((clock) => ({
      sender: mallory.sender,
      kind: 'update' as const,
      update: update(clock),
    }))
    const outcome = room.run(queue)
    expect(outcomeOf(outcome, mallory)).toMatchObject({ taken: 2, end: 'reload-needed' })
    expect(outcome.moved.get(mallory.sender.personId)).toBeGreaterThan(7_000 * LIMITS.MOVED_PER_STEP)
  })

  it('[ROOM-15] comes to find nothing to walk through inside what somebody deletes in the same tick', () => {
    const room = new GuardedBoard(furnish)
    const mallory = room.join('mallory')
    const base = baseOf(room.board)
    const holder = room.board.records.get('shape:note')?._item?.id
    if (!holder) throw new Error('the note is there')
    const chain = Array.from({ length: 40 }, (_one, at) => ({
      origin: at === 0 ? base : Y.createID(301, at - 1),
      content: anyValue(1),
    }))
    const updates = [
      rawUpdate([], [{ ...holder, len: 1 }]),
      rawUpdate([{ client: 301, clock: 0, structs: [...chain, { origin: base, content: anyValue(1) }] }]),
    ]
    const queue = updates.map((update) => ({ sender: mallory.sender, kind: 'update' as const, update }))
    expect(outcomeOf(room.run(queue), mallory)).toMatchObject({ end: null, needsStep1: true })
    expect(room.board.doc.store.clients.get(301)).toBeUndefined()
    const other = forge(room.board.doc, 302, (board) => board.initiatives.get('alpha')?.set('effort', 3))
    expect(room.send(mallory, other, 'step2')).toMatchObject({ end: null })
    expect(room.board.doc.store.clients.get(301)?.[0]).toBeInstanceOf(Y.GC)
  })
})
