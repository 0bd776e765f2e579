import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { textAt } from '@/lib/board/text/rewrite-text'
import { LIMITS } from '@/lib/sync/limits'
import { countJoined } from '@/server/sync/guard/screen/count-joined'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { GuardedBoard, outcomeOf, recordBy } from '../guarded-board'
import { rawUpdate } from '../raw-update'

const TEXTS = 30
const LETTERS = LIMITS.SUMMARY_CHARACTERS
const HAND = 77

/** Writes into an empty text, under this client id from this clock on, letters of which every second is gone. */
function lettersWithGaps(text: Y.Text, client: number, clock: number): Uint8Array {
  const holder = text._item?.id
  const structs = Array.from({ length: 2 * LETTERS }, (_, at) => ({
    ...(at === 0 ? holder && { parent: holder } : { origin: Y.createID(client, clock + at - 1) }),
    content: at % 2 === 0 ? new Y.ContentString('a') : new Y.ContentDeleted(1),
  }))
  return rawUpdate([{ client, clock, structs }])
}

/** A text by one hand of which every second letter is gone. */
function fullOfGaps(letters: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 7
  const text = doc.getText('text')
  doc.transact(() => {
    text.insert(0, 'ab'.repeat(letters))
    for (let at = letters - 1; at >= 0; at--) text.delete(2 * at + 1, 1)
  })
  return doc
}

/** What Yjs moves along in the list of a client while this runs. */
function movedIn(list: unknown[], run: () => void): number {
  let moved = 0
  const splice = (at: number, remove: number): unknown[] => Array.prototype.splice.call(list, at, remove)
  Object.assign(list, {
    splice(at: number, remove: number) {
      moved += list.length - at - remove
      return splice(at, remove)
    },
  })
  run()
  return moved
}

function deletionOf(doc: Y.Doc, remove: (text: Y.Text) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  copy.transact(() => remove(copy.getText('text')))
  return updates[0] ?? new Uint8Array()
}

describe('what joining deletions moves along', () => {
  it.each<[string, (text: Y.Text) => void]>([
    [
      'every second letter that is left',
      (text) => {
        for (let at = 249; at >= 0; at--) text.delete(2 * at, 1)
      },
    ],
    ['all letters', (text) => text.delete(0, 500)],
    ['one letter at the beginning', (text) => text.delete(0, 1)],
    ['the letters at the end', (text) => text.delete(400, 100)],
  ])('is never estimated too low for %s', (_what, remove) => {
    const doc = fullOfGaps(500)
    const update = deletionOf(doc, remove)
    const estimated = countJoined(Y.decodeUpdate(update).ds, { structs: [] }, doc.store)
    const moved = movedIn(doc.store.clients.get(7) ?? [], () => Y.applyUpdate(doc, update))
    expect(estimated).toBeGreaterThanOrEqual(moved)
    expect(estimated).toBeLessThanOrEqual(3 * moved + 1_000)
  })

  it('is nothing where all of it is gone', () => {
    const doc = fullOfGaps(500)
    expect(countJoined(Y.createDeleteSetFromStructStore(doc.store), { structs: [] }, doc.store)).toBe(0)
  })
})

describe('a guard', () => {
  it('[ROOM-15] ends who deletes letters here and there among very many that are gone, and lets nothing of it in', () => {
    const ids = Array.from({ length: TEXTS }, (_, at) => initiativeId(`i${at}`))
    const summariesOn = (board: BoardDocument): Y.Text[] =>
      ids.flatMap((id) => textAt(board, { root: 'initiatives', id, field: 'summary' }) ?? [])
    const room = new GuardedBoard((board) => {
      const drafts = ids.map((id) => ({ id, title: 'Title' }))
      addInitiatives(board, authorOf('ada'), drafts)
      for (const [at, text] of summariesOn(board).entries())
        Y.applyUpdate(board.doc, lettersWithGaps(text, HAND, at * 2 * LETTERS))
    })
    const mallory = room.join('mallory')
    const summaries = summariesOn(mallory.board)
    const before = room.contents
    mallory.doc.transact(() => {
      for (const text of summaries.slice(0, 6))
        for (let at = LETTERS / 2 - 1; at >= 0; at--) text.delete(2 * at, 1)
    })
    expect(outcomeOf(room.tick(mallory), mallory).end).toBe('reload-needed')
    expect(room.contents).toEqual(before)
  }, 60_000)

  it('[ROOM-15] lets somebody delete every second of a thousand shapes at once', () => {
    const room = new GuardedBoard()
    const bo = room.join('bo')
    const ids = Array.from({ length: 1_000 }, (_, at) => `shape:${at}`)
    createRecords(
      bo.board,
      bo.author,
      ids.map((id, at) => recordBy('bo', id, { index: `a${10_000 + at}V` })),
    )
    room.tick(bo)
    deleteRecords(
      bo.board,
      bo.author,
      ids.filter((_, at) => at % 2 === 0),
    )
    const outcome = room.tick(bo)
    expect(outcomeOf(outcome, bo)).toMatchObject({ end: null, refusals: [] })
    expect(outcome.moved.get(bo.author.personId)).toBeLessThan(100 * LIMITS.MOVED_PER_STRUCT)
    expect(room.board.records.size).toBeLessThan(600)
  })
})
