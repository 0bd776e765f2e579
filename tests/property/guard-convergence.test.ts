import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { repairRecords } from '@/lib/board/repair/repair'
import type { BoardRecord } from '@/lib/board/layout'
import { groupRecord } from '../support/boards/board-builders'
import { SeededRandom } from '../support/seeded-random'
import {
  contentsOf,
  furnish,
  GuardedBoard,
  recordBy,
  type Visitor,
} from '../unit/server/sync/guard/guarded-board'

const SEED = 20_251_123
const IDS = ['shape:a', 'shape:b', 'shape:c', 'shape:note'] as const

function act({ board, author }: Visitor, random: SeededRandom): void {
  const id = random.pick(IDS)
  const meta = { createdBy: author.personId, createdAt: 1 }
  const acts: readonly [() => unknown, ...(() => unknown)[]] = [
    () => createRecords(board, author, [recordBy(author.personId, id, { index: random.pick(['a5', 'a6']) })]),
    () => createRecords(board, author, [groupRecord(id, { index: 'a5', meta })]),
    () => deleteRecords(board, author, [id]),
    () => board.records.get(id)?.set('place', [random.pick(['page:page', ...IDS]), random.below(99), 0, 0]),
    () => board.records.get(id)?.set('index', random.pick(['a5', 'a6'])),
    () => board.records.get(id)?.set('opacity', random.pick([0.5, 1, 7])),
    () => board.instances.get('first')?.set('place', [random.below(9), random.below(9)]),
  ]
  random.pick(acts)()
}

function recordsOf(room: GuardedBoard): Map<string, BoardRecord> {
  const records = new Map<string, BoardRecord>()
  for (const [id, map] of room.board.records) {
    const record = readRecord(map)
    if (record) records.set(id, record)
  }
  return records
}

describe('people of every role at one board', () => {
  it('see the same after any order of ticks, and it is whole', () => {
    let writes = 0
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new SeededRandom(seed)
        const room = new GuardedBoard(furnish)
        const people = [
          room.join('fay', 'facilitator', random.pick([50, 0xffffffff])),
          room.join('ada', 'participant', random.pick([7, 60])),
          room.join('bo', 'participant', random.pick([8, 70])),
        ]
        for (let turn = 0; turn < 30; turn++) {
          for (const person of people) if (random.below(2) === 0) act(person, random)
          const order = [...people].sort(() => random.next() - 0.5)
          const { update, senders } = room.tick(...order.slice(random.below(3)))
          if (update) writes += 1
          for (const { end } of senders.values()) expect(end).toBeNull()
        }
        room.tick(...people)
        for (const { board } of people) {
          expect(contentsOf(board)).toEqual(room.contents)
          expect(Y.encodeStateVector(board.doc)).toEqual(Y.encodeStateVector(room.board.doc))
        }
        const records = recordsOf(room)
        expect(repairRecords({ records, derived: new Set(), touched: records.keys() })).toEqual([])
      }),
      { numRuns: 60, seed: SEED },
    )
    expect(writes).toBeGreaterThan(600)
  })
})
