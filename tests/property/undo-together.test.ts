import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUndoStack } from '@/components/board/undo/create-undo-stack'
import type { UndoStack } from '@/components/board/undo/undo-stack'
import { placementKey, type BoardDocument, type BoardRecord } from '@/lib/board/layout'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { listInitiatives, readInitiative, readRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { Step } from '@/lib/board/step'
import {
  NOW,
  authorOf,
  copyOf,
  geoRecord,
  initiativeId,
  seededBoard,
  syncBoards,
} from '../support/boards/board-builders'

const SEED = 20_261_129
const RUNS = 200
const PEOPLE = ['ada', 'bo', 'cleo'] as const
type Name = (typeof PEOPLE)[number]
const NAMES = ['a', 'b'] as const
/** Each types letters of their own alphabet, so that a text says whose they are. */
const LETTERS = { ada: 'ABCDEFGH', bo: 'stuvwxyz', cleo: '23456789' }

/** One thing somebody does to something that all can reach. `hears`: they hear of everybody first. */
const deed = fc.record({
  who: fc.constantFrom(...PEOPLE),
  what: fc.constantFrom(
    'draw',
    'move',
    'fade',
    'erase',
    'field',
    'place',
    'drop',
    'type',
    'type',
    'type',
    'undo',
    'redo',
  ),
  on: fc.constantFrom(...NAMES),
  at: fc.nat(12),
  remove: fc.nat(2),
  hears: fc.boolean(),
})
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never
const history = fc.array(deed, { minLength: 15, maxLength: 50 })

class Person {
  readonly undo: UndoStack & { stop(): void }

  constructor(
    readonly board: BoardDocument,
    readonly name: Name,
  ) {
    this.undo = createUndoStack({
      board,
      author: (origin) => authorOf(name, origin),
      now: () => NOW,
      canEdit: () => true,
    })
  }

  /** `number` is another one for each deed and says whose value it is. */
  act(one: Deed, number: number): void {
    if (one.what === 'undo' || one.what === 'redo') return void this.undo[one.what]()
    if (one.what === 'type') return this.type(one, number)
    this.undo.push(this.step(one, number))
  }

  all(direction: 'undo' | 'redo', most = 500): number {
    const can = direction === 'undo' ? this.undo.canUndo : this.undo.canRedo
    let steps = 0
    for (; can.get() && steps < most; steps++) this.undo[direction]()
    return steps
  }

  private type({ on, at, remove }: Deed, number: number): void {
    const session = this.undo.openText({ root: 'initiatives', id: initiativeId(on), field: 'title' })
    const letters = LETTERS[this.name]
    session.edit({ at, remove, insert: letters[number % letters.length] ?? '' })
    session.edit({ at: at + 1, remove: 0, insert: letters[(number + 1) % letters.length] ?? '' })
    session.close()
  }

  private step({ what, on }: Deed, number: number): Step {
    const { board } = this
    const [author, id] = [authorOf(this.name), initiativeId(on)]
    const change = (fields: object): Step => {
      const before = recordOn(board, `shape:${on}`)
      return before ? updateRecords(board, author, [{ before, after: { ...before, ...fields } }]) : []
    }
    switch (what) {
      case 'draw':
        return createRecords(board, author, [geoRecord(`shape:${on}`, { x: number })])
      case 'move':
        return change({ x: number })
      case 'fade':
        return change({ opacity: number / 1_000 })
      case 'erase':
        return deleteRecords(board, author, [`shape:${on}`])
      case 'field':
        return setInitiativeFields(board, author, [{ id, fields: { effort: number, owner: `${number}` } }])
      case 'place':
        return setPlacements(board, author, [
          { key: placementKey(id, FIRST_INSTANCE), placement: { target: 'frame', dx: number, dy: 0 } },
        ])
      default:
        return setInitiativeDeleted(board, author, { id, deleted: number % 2 === 0 })
    }
  }
}

function recordOn(board: BoardDocument, id: string): BoardRecord | null {
  const map = board.records.get(id)
  return map ? readRecord(map) : null
}

/** What people see of a board. */
function look(board: BoardDocument): unknown {
  const records = [...board.records.keys()].sort().map((id) => recordOn(board, id))
  const placements = [...board.placements.entries()].filter(([, placement]) => placement !== null).sort()
  return { records, placements, initiatives: listInitiatives(board) }
}

function titleOn(board: BoardDocument, name: string): string {
  return readInitiative(board, initiativeId(name))?.title ?? ''
}

function sync(people: readonly Person[]): void {
  const [first] = people
  for (const round of [1, 2])
    for (const one of people) if (first && one !== first && round) syncBoards(first.board, one.board)
}

/** Three people at one board with two shapes and two titles, after all they did; everybody has everything. */
function play(deeds: readonly Deed[]): {
  people: readonly Person[]
  of(name: Name): Person
  valuesOf: Map<unknown, Name>
} {
  const board = seededBoard(1)
  const server = authorOf('server')
  addInitiatives(
    board,
    server,
    NAMES.map((name) => ({ id: initiativeId(name), title: 'title' })),
  )
  createRecords(
    board,
    server,
    NAMES.map((name) => geoRecord(`shape:${name}`)),
  )
  const people = PEOPLE.map((name, at) => new Person(at === 0 ? board : copyOf(board, at + 2), name))
  const of = (name: Name): Person => people[PEOPLE.indexOf(name)] as Person
  const valuesOf = new Map<unknown, Name>()
  deeds.forEach((one, at) => {
    if (one.hears) sync(people)
    valuesOf.set(at + 1, one.who)
    of(one.who).act(one, at + 1)
  })
  sync(people)
  return { people, of, valuesOf }
}

/** Every plain value on the board, by where it stands. */
function valuesOn(board: BoardDocument): Map<string, unknown> {
  const values = new Map<string, unknown>()
  for (const name of NAMES) {
    const record = recordOn(board, `shape:${name}`)
    if (record)
      values.set(`x of ${name}`, record['x']).set(`opacity of ${name}`, Number(record['opacity']) * 1_000)
    values.set(`effort of ${name}`, readInitiative(board, initiativeId(name))?.effort)
    values.set(`place of ${name}`, board.placements.get(placementKey(initiativeId(name), FIRST_INSTANCE))?.dx)
  }
  return values
}

function isWithin(part: string, whole: string): boolean {
  let at = 0
  for (const letter of whole) if (letter === part[at]) at++
  return at === part.length
}

test('undoing a lot, copying something and redoing it all back leaves the board as it was, whoever typed in between', () => {
  const count = { undone: 0, typed: 0 }
  fc.assert(
    fc.property(history, fc.constantFrom(...PEOPLE), fc.integer({ min: 1, max: 60 }), (deeds, who, most) => {
      const { people, of } = play(deeds)
      const one = of(who)
      one.all('redo')
      sync(people)
      const before = look(one.board)
      count.undone += one.all('undo', most)
      // Copying reads the board.
      count.typed += NAMES.map((name) => titleOn(one.board, name)).join('').length
      one.all('redo')
      expect(look(one.board)).toEqual(before)
      sync(people)
      for (const { board, undo } of people) {
        expect(look(board)).toEqual(before)
        undo.stop()
      }
    }),
    { seed: SEED, numRuns: RUNS },
  )
  expect(count.undone).toBeGreaterThan(500)
  expect(count.typed).toBeGreaterThan(500)
})

test('undo and redo of one person touch no value and no letter of another', () => {
  const count = { letters: 0, values: 0 }
  fc.assert(
    fc.property(history, (deeds) => {
      const { people, of, valuesOf } = play(deeds)
      const ada = of('ada')
      // What of others' letters Ada took out is hers to bring back and to take out again.
      ada.all('redo')
      sync(people)
      const others = /[^A-H]/g
      const titles = NAMES.map((name) => (titleOn(ada.board, name).match(others) ?? []).join(''))
      const theirs = [...valuesOn(ada.board)].filter(([, value]) => (valuesOf.get(value) ?? 'ada') !== 'ada')
      for (const direction of ['undo', 'redo', 'undo'] as const) {
        ada.all(direction)
        NAMES.forEach((name, at) => {
          const now = (titleOn(ada.board, name).match(others) ?? []).join('')
          expect(isWithin(titles[at] ?? '', now), `${titles[at]} in ${now}`).toBe(true)
        })
        for (const [where, value] of theirs)
          expect([where, valuesOn(ada.board).get(where)]).toEqual([where, value])
      }
      sync(people)
      for (const { board, undo } of people) {
        expect(look(board)).toEqual(look(ada.board))
        undo.stop()
      }
      count.letters += titles.join('').length
      count.values += theirs.length
    }),
    { seed: SEED, numRuns: RUNS },
  )
  expect(count.letters).toBeGreaterThan(1_000)
  expect(count.values).toBeGreaterThan(300)
})
