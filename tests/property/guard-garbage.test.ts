import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ROOTS, type BoardDocument } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { readRecord } from '@/lib/board/read'
import { initiativeId } from '../support/boards/board-builders'
import { SeededRandom } from '../support/seeded-random'
import {
  contentsOf,
  forge,
  furnish,
  GuardedBoard,
  recordBy,
  type Visitor,
} from '../unit/server/sync/guard/guarded-board'

const alpha = initiativeId('alpha')
const SEED = 20_251_122

/** One thing a person does, of those that touch every kind of place. */
function act({ board, author, doc }: Visitor, random: SeededRandom): void {
  const id = `shape:${random.below(5)}`
  const acts: readonly [() => unknown, ...(() => unknown)[]] = [
    () => createRecords(board, author, [recordBy(author.personId, id, { index: 'a7' })]),
    () => deleteRecords(board, author, [id]),
    () => board.records.get(id)?.set('place', ['page:page', random.below(99), 0, 0]),
    () => board.records.get(id)?.set('opacity', random.below(3)),
    () => setInitiativeDeleted(board, author, { id: alpha, deleted: random.below(2) === 0 }),
    () =>
      setPlacements(board, author, [
        { key: 'alpha/first', placement: { target: 'frame', dx: random.below(9), dy: 0 } },
      ]),
    () =>
      editText(board, author, {
        root: 'initiatives',
        id: alpha,
        field: 'title',
        at: 0,
        remove: random.below(3),
        insert: 'ab',
      }),
    () => board.instances.get('first')?.set('place', [random.below(9), 0]),
    () => doc.transact(() => board.meta.set('epoch', random.below(9))),
  ]
  random.pick(acts)()
}

function damage(update: Uint8Array, random: SeededRandom): Uint8Array {
  const kind = random.below(4)
  if (kind === 0) return random.bytes(random.below(200))
  if (kind === 1) return update.slice(0, random.below(update.length + 1))
  const damaged = update.slice()
  for (let flips = 1 + random.below(4); flips > 0; flips--) {
    const at = random.below(damaged.length)
    damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8))
  }
  return kind === 2 ? damaged : Uint8Array.from([...damaged, ...random.bytes(random.below(9))])
}

function expectSound(room: GuardedBoard, follower: BoardDocument): void {
  const { doc } = room.board
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.store.pendingDs).toBeNull()
  expect(doc.clientID).toBe(1_000)
  expect([...doc.share.keys()].sort()).toEqual([...ROOTS].sort())
  for (const map of room.board.records.values()) expect(checkRecord(readRecord(map)).ok).toBe(true)
  expect(room.board.instances.get('first')?.get('place')).toEqual([0, 0])
  expect(room.board.meta.get('epoch')).toBe(1)
  expect(room.board.initiatives.get(alpha)?.get('title')).toBeInstanceOf(Y.Text)
  expect(contentsOf(follower)).toEqual(room.contents)
  expect(Y.encodeStateVector(follower.doc)).toEqual(Y.encodeStateVector(doc))
}

describe('a guard fed with garbage', () => {
  it('never throws, lets nothing unsound in and keeps every follower equal', () => {
    const ends = new Map<string, number>()
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new SeededRandom(seed)
        const room = new GuardedBoard(furnish)
        const follower = room.join('watcher', 'viewer', 999)
        for (let turn = 0; turn < 25; turn++) {
          const eve = room.join(random.pick(['eve', 'mal']), 'participant', 100_000 + turn)
          const clientId = random.pick([5_000 + turn, 5_000 + random.below(turn + 1), 0xffffffff - turn])
          const update = forge(room.board.doc, clientId, (board) => {
            for (let acts = 1 + random.below(3); acts > 0; acts--)
              act({ ...eve, board, doc: board.doc }, random)
          })
          const sent = random.below(3) === 0 ? update : damage(update, random)
          const { end, taken } = room.send(eve, sent, random.pick(['update', 'step2']))
          const key = end ?? `taken ${taken}`
          ends.set(key, (ends.get(key) ?? 0) + 1)
          expectSound(room, follower.board)
        }
      }),
      { numRuns: 60, seed: SEED },
    )
    // It did something: honest updates came through, damaged ones ended their connection or were held.
    expect([...ends.keys()].sort()).toEqual(['invalid-document', 'reload-needed', 'taken 0', 'taken 1'])
    expect(Math.min(...ends.values())).toBeGreaterThan(10)
  })
})
