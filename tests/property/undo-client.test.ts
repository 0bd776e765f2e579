import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUndoStack } from '@/components/board/undo/create-undo-stack'
import type { UndoStack } from '@/components/board/undo/undo-stack'
import { placementKey, type BoardDocument, type BoardRecord } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { listInitiatives, readRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import {
  NOW,
  authorOf,
  copyOf,
  geoRecord,
  initiativeId,
  seededBoard,
  syncBoards,
} from '../support/boards/board-builders'

const NAMES = ['a', 'b', 'c'] as const
type Person = { board: BoardDocument; undo: UndoStack & { stop(): void }; name: string }
type Act = (person: Person) => void

const name = fc.constantFrom(...NAMES)
const number = fc.integer({ min: 0, max: 1_000 })

function read(board: BoardDocument, id: string): BoardRecord | null {
  const map = board.records.get(id)
  return map ? readRecord(map) : null
}

function change(person: Person, id: string, changes: object): void {
  const before = read(person.board, id)
  if (!before) return
  person.undo.push(
    updateRecords(person.board, authorOf(person.name), [{ before, after: { ...before, ...changes } }]),
  )
}

const act: fc.Arbitrary<Act> = fc.oneof(
  name.map(
    (id): Act =>
      (one) =>
        one.undo.push(createRecords(one.board, authorOf(one.name), [geoRecord(`shape:${id}`)])),
  ),
  name.map(
    (id): Act =>
      (one) =>
        one.undo.push(deleteRecords(one.board, authorOf(one.name), [`shape:${id}`])),
  ),
  fc.tuple(name, number).map(
    ([id, x]): Act =>
      (one) =>
        change(one, `shape:${id}`, { x }),
  ),
  fc.tuple(name, number).map(
    ([id, part]): Act =>
      (one) =>
        change(one, `shape:${id}`, { opacity: part / 1_000 }),
  ),
  name.map((id): Act => (one) => {
    one.undo.push(addInitiatives(one.board, authorOf(one.name), [{ id: initiativeId(id), title: id }]))
  }),
  fc.tuple(name, fc.boolean()).map(([id, deleted]): Act => (one) => {
    one.undo.push(setInitiativeDeleted(one.board, authorOf(one.name), { id: initiativeId(id), deleted }))
  }),
  fc.tuple(name, number, fc.boolean()).map(([id, dx, isPlaced]): Act => (one) => {
    const key = placementKey(initiativeId(id), FIRST_INSTANCE)
    const placement = isPlaced ? { target: 'frame', dx, dy: 0 } : null
    one.undo.push(setPlacements(one.board, authorOf(one.name), [{ key, placement }]))
  }),
  fc.tuple(name, fc.string({ minLength: 1, maxLength: 3 })).map(([id, insert]): Act => (one) => {
    const session = one.undo.openText({ root: 'initiatives', id, field: 'title' })
    session.edit({ at: 0, remove: 0, insert })
    session.close()
  }),
)

/** What a person sees of a board; a placement taken back and one never given look the same. */
function look(board: BoardDocument): unknown {
  const records = [...board.records.keys()].sort().map((id) => read(board, id))
  const placements = [...board.placements.entries()].filter(([, placement]) => placement !== null).sort()
  return { records, placements, initiatives: listInitiatives(board) }
}

function sitDown(board: BoardDocument, who: string): Person {
  const undo = createUndoStack({
    board,
    author: (origin) => authorOf(who, origin),
    now: () => NOW,
    canEdit: () => true,
  })
  return { board, undo, name: who }
}

function all(person: Person, direction: 'undo' | 'redo'): number {
  const can = direction === 'undo' ? person.undo.canUndo : person.undo.canRedo
  let steps = 0
  for (; can.get() && steps < 500; steps++) person.undo[direction]()
  return steps
}

test('alone, undoing everything leads back to the start, and redoing everything to the end', () => {
  let steps = 0
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), (acts) => {
      const person = sitDown(seededBoard(), 'ada')
      const start = look(person.board)
      for (const one of acts) one(person)
      const end = look(person.board)
      steps += all(person, 'undo')
      expect(look(person.board)).toEqual(start)
      all(person, 'redo')
      expect(look(person.board)).toEqual(end)
      person.undo.stop()
    }),
    { numRuns: 100, seed: 20_260_102 },
  )
  expect(steps).toBeGreaterThan(300)
})

test('undoing everything, twice over, changes nothing that only somebody else touched', () => {
  let kept = 0
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 15 }),
      fc.array(fc.tuple(name, number), { maxLength: 6 }),
      (acts, theirs) => {
        const ada = sitDown(seededBoard(), 'ada')
        const bo = sitDown(copyOf(ada.board, 2), 'bo')
        createRecords(
          bo.board,
          authorOf('bo'),
          NAMES.map((id) => geoRecord(`shape:bo-${id}`)),
        )
        for (const one of acts) one(ada)
        for (const [id, x] of theirs) change(bo, `shape:bo-${id}`, { x })
        syncBoards(ada.board, bo.board)
        const before = NAMES.map((id) => read(ada.board, `shape:bo-${id}`))
        all(ada, 'undo')
        all(ada, 'redo')
        all(ada, 'undo')
        syncBoards(ada.board, bo.board)
        expect(NAMES.map((id) => read(bo.board, `shape:bo-${id}`))).toEqual(before)
        expect(look(ada.board)).toEqual(look(bo.board))
        kept += before.length
        ada.undo.stop()
        bo.undo.stop()
      },
    ),
    { numRuns: 60, seed: 20_260_103 },
  )
  expect(kept).toBeGreaterThan(100)
})
