import fc from 'fast-check'
import type * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { DocumentChange } from '@/lib/board/changes/document-change'
import { placementKey, type BoardDocument } from '@/lib/board/layout'
import { carryOver } from '@/lib/board/operations/carry-over'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { readChanges } from '@/lib/board/changes/read-changes'
import { readInitiative, readRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { authorOf, copyOf, geoRecord, initiativeId, seededBoard } from '../support/boards/board-builders'

const SEED = 20_261_128
const [ADA, BO] = [authorOf('ada'), authorOf('bo')]
const NAMES = ['a', 'b', 'c'] as const

const what = fc.constantFrom(
  'draw',
  'move',
  'fade',
  'erase',
  'add',
  'type',
  'field',
  'place',
  'drop',
  'restore',
)
const deed = fc.record({
  what,
  name: fc.constantFrom(...NAMES),
  number: fc.nat(30),
  word: fc.stringMatching(/^[a-z]{1,3}$/),
})
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never

function change(board: BoardDocument, name: string, fields: object): void {
  const map = board.records.get(`shape:${name}`)
  const before = map && readRecord(map)
  if (before) updateRecords(board, ADA, [{ before, after: { ...before, ...fields } }])
}

function perform(board: BoardDocument, { what: doing, name, number, word }: Deed): void {
  const id = initiativeId(name)
  const isThere = board.initiatives.has(id)
  if (doing === 'draw') createRecords(board, ADA, [geoRecord(`shape:${name}`, { x: number })])
  if (doing === 'move') change(board, name, { x: number })
  if (doing === 'fade') change(board, name, { opacity: 1 / (number + 1) })
  if (doing === 'erase') deleteRecords(board, ADA, [`shape:${name}`])
  if (doing === 'add') addInitiatives(board, ADA, [{ id, title: word }])
  if (doing === 'type')
    editText(board, ADA, {
      root: 'initiatives',
      id,
      field: 'title',
      at: number,
      remove: number % 3,
      insert: word,
    })
  if (doing === 'field')
    setInitiativeFields(board, ADA, [{ id, fields: { effort: number + 1, tags: number % 2 ? [word] : [] } }])
  if (doing === 'place' && isThere) {
    const placement = number % 4 === 0 ? null : { target: 'frame', dx: number, dy: 0 }
    setPlacements(board, ADA, [{ key: placementKey(id, FIRST_INSTANCE), placement }])
  }
  if (doing === 'drop' || doing === 'restore')
    setInitiativeDeleted(board, ADA, { id, deleted: doing === 'drop' })
}

/** What a person sees; a placement taken back and one never given look the same. */
function look(board: BoardDocument): unknown {
  const records = [...board.records.keys()].sort().map((id) => {
    const map = board.records.get(id)
    return map ? readRecord(map) : null
  })
  const initiatives = [...board.initiatives.keys()]
    .sort()
    .map((id) => readInitiative(board, initiativeId(id)))
  return { records, initiatives, placements: [...board.placements].filter(([, one]) => one !== null).sort() }
}

function record(board: BoardDocument, deeds: readonly Deed[]): DocumentChange[] {
  const changes: DocumentChange[] = []
  const read = (transaction: Y.Transaction): number => changes.push(...readChanges(board, transaction))
  board.doc.on('afterTransaction', read)
  for (const one of deeds) perform(board, one)
  board.doc.off('afterTransaction', read)
  return changes
}

function boardAfter(deeds: readonly Deed[]): BoardDocument {
  const board = seededBoard()
  for (const one of deeds) perform(board, one)
  return board
}

test('whatever somebody did, done again on another copy it looks the same there, and nothing is lost', () => {
  let done = 0
  fc.assert(
    fc.property(
      fc.array(deed, { maxLength: 15 }),
      fc.array(deed, { minLength: 5, maxLength: 30 }),
      (before, deeds) => {
        const board = boardAfter(before)
        const other = copyOf(board, 9)
        const changes = record(board, deeds)
        const { lost } = carryOver(other, ADA, changes)
        expect(look(other)).toEqual(look(board))
        expect(lost).toEqual([])
        done += changes.length
      },
    ),
    { seed: SEED, numRuns: 300 },
  )
  expect(done).toBeGreaterThan(1_000)
})

test('what somebody else typed, set and drew meanwhile is still there after it, letter by letter', () => {
  let kept = 0
  const title = (board: BoardDocument, name: string): string =>
    readInitiative(board, initiativeId(name))?.title ?? ''
  fc.assert(
    fc.property(
      fc.array(deed, { minLength: 5, maxLength: 25 }),
      fc.array(fc.record({ name: fc.constantFrom(...NAMES), at: fc.nat(8) }), { maxLength: 6 }),
      (deeds, theirs) => {
        const start = NAMES.map((name): Deed => ({ what: 'add', name, number: 0, word: 'abc' }))
        const board = boardAfter(start)
        const other = copyOf(board, 9)
        theirs.forEach(({ name, at }, number) => {
          const place = { root: 'initiatives', id: initiativeId(name), field: 'title', at } as const
          editText(other, BO, { ...place, remove: 0, insert: `<${number}>` })
          setInitiativeFields(other, BO, [{ id: initiativeId(name), fields: { owner: `bo ${number}` } }])
          createRecords(other, BO, [geoRecord(`shape:bo-${number}`, { x: number })])
        })
        const before = NAMES.map((name) => title(other, name).replace(/[^<>\d]/g, ''))
        const owners = NAMES.map((name) => readInitiative(other, initiativeId(name))?.owner)
        carryOver(other, ADA, record(board, deeds))
        expect(NAMES.map((name) => title(other, name).replace(/[^<>\d]/g, ''))).toEqual(before)
        expect(NAMES.map((name) => readInitiative(other, initiativeId(name))?.owner)).toEqual(owners)
        theirs.forEach((_, number) => expect(other.records.has(`shape:bo-${number}`)).toBe(true))
        kept += theirs.length
      },
    ),
    { seed: SEED, numRuns: 300 },
  )
  expect(kept).toBeGreaterThan(300)
})
