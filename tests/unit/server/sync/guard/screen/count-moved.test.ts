import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import { countMoved } from '@/server/sync/guard/screen/count-moved'
import { decodeUpdate } from '@/server/sync/guard/screen/decode-update'
import { PlaceFinder } from '@/server/sync/guard/screen/place'
import { resolveStructs } from '@/server/sync/guard/screen/resolve-structs'
import { seededBoard } from '@/tests/support/boards/board-builders'
import { forge, furnish } from '../guarded-board'

function movedBy(board: BoardDocument, update: Uint8Array): number {
  const decoded = decodeUpdate(update)
  if (!decoded) throw new Error('the update can be read')
  const resolved = resolveStructs(decoded, board.doc.store, new PlaceFinder(board))
  if (typeof resolved === 'string') throw new Error(resolved)
  return countMoved(resolved, decoded.deletes, board.doc.store)
}

function titleOn(board: BoardDocument): Y.Text {
  return board.initiatives.get('alpha')?.get('title') as Y.Text
}

/** A board with one text and so many items of the same client behind it. */
function boardWithTail(letters: number, behind: number): BoardDocument {
  const board = seededBoard(1_000)
  furnish(board)
  titleOn(board).insert(0, 'x'.repeat(letters))
  const note = board.records.get('shape:note')
  board.doc.transact(() => {
    for (let at = 0; at < behind; at++) note?.set(at % 2 === 0 ? 'opacity' : 'isLocked', at)
  })
  return board
}

/** What somebody sends who deletes every second letter of the text. */
function everySecondLetter(board: BoardDocument, letters: number): Uint8Array {
  return forge(board.doc, 5, (copy) =>
    copy.doc.transact(() => {
      for (let at = letters - 2; at > 0; at -= 2) titleOn(copy).delete(at, 1)
    }),
  )
}

describe('what an update moves along in the lists of Yjs', () => {
  it('is nothing for a move, for typing at the end and for deleting a whole text', () => {
    const board = boardWithTail(100, 1_000)
    const update = forge(board.doc, 5, (copy) => {
      copy.records.get('shape:note')?.set('place', ['page:page', 1, 0, 0])
      titleOn(copy).insert(titleOn(copy).length, 'end')
      titleOn(copy).delete(0, titleOn(copy).length)
    })
    expect(movedBy(board, update)).toBe(0)
  })

  it('is all that stands behind a text, once for each place where it is cut', () => {
    const board = boardWithTail(100, 1_000)
    const typed = forge(board.doc, 5, (copy) => {
      copy.doc.transact(() => {
        for (let at = 0; at < 50; at++) titleOn(copy).insert(10, 'y')
        titleOn(copy).insert(70, 'z')
      })
    })
    expect(movedBy(board, typed)).toBe(2 * 1_000 + 1)
    const deleted = forge(board.doc, 5, (copy) => titleOn(copy).delete(10, 20))
    expect(movedBy(board, deleted)).toBe(2 * 1_000 + 1)
  })

  it('is what the list of that client really is moved by', () => {
    const board = boardWithTail(400, 2_000)
    const update = everySecondLetter(board, 400)
    const before = board.doc.store.clients.get(1_000)?.length ?? 0
    const moved = movedBy(board, update)
    Y.applyUpdate(board.doc, update)
    const cuts = (board.doc.store.clients.get(1_000)?.length ?? 0) - before
    expect(cuts).toBeGreaterThan(390)
    expect([moved >= cuts * 2_000, moved < cuts * (2_000 + cuts)]).toEqual([true, true])
  })

  it('counts what the same update brings behind a text that it cuts', () => {
    const board = seededBoard(1_000)
    furnish(board)
    const update = forge(board.doc, 5, (copy) => {
      copy.doc.transact(() => {
        titleOn(copy).insert(0, 'x'.repeat(50))
        for (let at = 0; at < 1_000; at++)
          copy.records.get('shape:note')?.set(at % 2 === 0 ? 'opacity' : 'isLocked', at)
      })
    })
    const cut = Y.mergeUpdates([update, deletion(5, 20)])
    expect(movedBy(board, cut)).toBeGreaterThanOrEqual(2 * 1_000)
    expect(movedBy(board, update)).toBe(0)
  })

  it('stays far below what is refused for an afternoon of mending other people’s texts', () => {
    const board = boardWithTail(2_000, 20_000)
    expect(movedBy(board, everySecondLetter(board, 1_000))).toBeLessThan(LIMITS.MOVED_PER_UPDATE / 2)
    const forger = boardWithTail(20_000, 20_000)
    expect(movedBy(forger, everySecondLetter(forger, 20_000))).toBeGreaterThan(LIMITS.MOVED_PER_UPDATE)
  })
})

/** The deletion of one letter of this client. */
function deletion(client: number, clock: number): Uint8Array {
  return Uint8Array.of(0, 1, client, 1, clock, 1)
}
