import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { decodeUpdate } from '@/server/sync/guard/screen/decode-update'
import { isLaborious } from '@/server/sync/guard/screen/effort'
import { PlaceFinder } from '@/server/sync/guard/screen/place'
import { resolveStructs } from '@/server/sync/guard/screen/resolve-structs'
import type { BoardDocument } from '@/lib/board/layout'
import { seededBoard } from '@/tests/support/boards/board-builders'
import { forge, furnish } from '../guarded-board'
import { anyValue, rawUpdate } from '../raw-update'

function look(board: BoardDocument, update: Uint8Array): boolean {
  const decoded = decodeUpdate(update)
  if (!decoded) throw new Error('the update can be read')
  const resolved = resolveStructs(decoded, board.doc.store, new PlaceFinder(board))
  if (typeof resolved === 'string') throw new Error(resolved)
  return isLaborious(resolved, board.doc)
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

describe('the effort an update asks of Yjs', () => {
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
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: structs(99) }]))).toBe(false)
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: structs(101) }]))).toBe(true)
    const atStart = Array.from({ length: 101 }, () => ({
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
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: behind(90, last) }]))).toBe(false)
    expect(look(board, rawUpdate([{ client: 9, clock: 0, structs: behind(110, last) }]))).toBe(true)
    const own = { origin: last, content: new Y.ContentString('z') }
    const beforeOwn = [own, ...behind(110, Y.createID(9, 0))]
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
