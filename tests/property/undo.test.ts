import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { BoardDocument, BoardRecord } from '@/lib/board/layout'
import { importInitiatives } from '@/lib/board/operations/import'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { moveInstance } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { revertStep } from '@/lib/board/operations/revert-step'
import { readInitiative, readInstance, readRecord } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { Author, Step } from '@/lib/board/step'
import {
  authorOf,
  copyOf,
  geoRecord,
  initiativeId,
  seededBoard,
  syncBoards,
} from '@/tests/support/boards/board-builders'

const SEED = 90_125

/** One thing a person does. `value` is different each time, so that whose value stands can be told. */
interface Deed {
  readonly who: 'ada' | 'bo'
  readonly what:
    | 'create'
    | 'move'
    | 'fade'
    | 'delete'
    | 'place'
    | 'unplace'
    | 'add'
    | 'drop'
    | 'restore'
    | 'import'
    | 'frame'
    | 'sync'
  readonly on: number
}

const deed: fc.Arbitrary<Deed> = fc.record({
  who: fc.constantFrom('ada', 'bo'),
  what: fc.constantFrom(
    'create',
    'move',
    'fade',
    'delete',
    'place',
    'unplace',
    'add',
    'drop',
    'restore',
    'import',
    'frame',
    'sync',
  ),
  on: fc.integer({ min: 0, max: 2 }),
})

function perform(board: BoardDocument, author: Author, { what, on }: Deed, value: number): Step {
  const record = board.records.get(`shape:${on}`)
  const current = record ? readRecord(record) : null
  const change = (fields: Partial<BoardRecord>): Step =>
    current ? updateRecords(board, author, [{ before: current, after: { ...current, ...fields } }]) : []
  const id = initiativeId(`i${on}`)
  switch (what) {
    case 'create':
      return createRecords(board, author, [geoRecord(`shape:${on}`, { x: value })])
    case 'move':
      return change({ x: value })
    case 'fade':
      return change({ opacity: 1 / (value + 2) })
    case 'delete':
      return deleteRecords(board, author, [`shape:${on}`])
    case 'place':
      return setPlacements(board, author, [
        { key: `i${on}/first`, placement: { target: 'frame', dx: value, dy: 0 } },
      ])
    case 'unplace':
      return setPlacements(board, author, [{ key: `i${on}/first`, placement: null }])
    case 'add':
      return addInitiatives(board, author, [{ id, title: `Title ${value}`, externalKey: `K${on}` }])
    case 'drop':
      return setInitiativeDeleted(board, author, { id, deleted: true })
    case 'restore':
      return setInitiativeDeleted(board, author, { id, deleted: false })
    case 'import':
      return importInitiatives(board, author, {
        rows: [{ title: `Import ${value}`, externalKey: `K${on}`, effort: value }],
        createId: () => initiativeId(`n${value}`),
      }).step
    case 'frame':
      return moveInstance(board, author, { id: FIRST_INSTANCE, place: [value, value] })
    case 'sync':
      return []
  }
}

interface Scene {
  readonly boards: { ada: BoardDocument; bo: BoardDocument }
  readonly steps: { ada: Step[]; bo: Step[] }
}

function play(deeds: readonly Deed[]): Scene {
  const ada = seededBoard(1)
  const scene: Scene = { boards: { ada, bo: copyOf(ada, 2) }, steps: { ada: [], bo: [] } }
  deeds.forEach((each, at) => {
    if (each.what === 'sync') return syncBoards(scene.boards.ada, scene.boards.bo)
    scene.steps[each.who].push(perform(scene.boards[each.who], authorOf(each.who), each, at))
  })
  syncBoards(scene.boards.ada, scene.boards.bo)
  return scene
}

function revertAll(board: BoardDocument, author: Author, steps: readonly Step[]): Step[] {
  return [...steps].reverse().map((step) => revertStep(board, author, step))
}

/** What a person sees of a board. */
function viewOf(board: BoardDocument): unknown {
  const records = [...board.records.values()].map(readRecord)
  const initiatives = [...board.initiatives.keys()].map((id) => readInitiative(board, initiativeId(id)))
  const placements = [...board.placements].filter(([, placement]) => placement !== null)
  const sorted = (list: unknown[]): string[] => list.map((one) => JSON.stringify(one)).sort()
  return [sorted(records), sorted(initiatives), sorted(placements), readInstance(board, FIRST_INSTANCE)]
}

const counts = { undone: 0, kept: 0 }

it('undoing everything and then redoing everything leaves the document unchanged', () => {
  fc.assert(
    fc.property(
      fc.array(deed, { minLength: 20, maxLength: 60 }),
      fc.constantFrom('ada' as const, 'bo' as const),
      (deeds, who) => {
        const { boards, steps } = play(deeds)
        const before = viewOf(boards[who])
        const redo = revertAll(boards[who], authorOf(who, 'undo'), steps[who])
        counts.undone += redo.flat().length
        revertAll(boards[who], authorOf(who, 'undo'), redo)
        expect(viewOf(boards[who])).toEqual(before)
        syncBoards(boards.ada, boards.bo)
        expect(viewOf(boards.ada)).toEqual(viewOf(boards.bo))
      },
    ),
    { seed: SEED, numRuns: 400 },
  )
  expect(counts.undone).toBeGreaterThan(1000)
})

// Only what leaves a value nobody had before: undo compares values, it does not know whose they are.
const LASTING = ['create', 'move', 'fade', 'place', 'import', 'frame'] as const
const lastingDeed: fc.Arbitrary<Deed> = fc.record({
  who: fc.constant('bo'),
  what: fc.constantFrom(...LASTING),
  on: fc.integer({ min: 0, max: 2 }),
})

it('undo never touches a value that another person has set since', () => {
  fc.assert(
    fc.property(
      fc.array(deed, { minLength: 10, maxLength: 40 }),
      fc.array(lastingDeed, { minLength: 4, maxLength: 12 }),
      (history, later) => {
        const { boards, steps } = play(history)
        const set = new Map<string, unknown>()
        later.forEach((each, at) => {
          const step = perform(boards.bo, authorOf('bo'), each, 1000 + at)
          for (const change of step) {
            if (change.kind === 'unit') set.set(`${change.root}/${change.id}/${change.unit}`, change.after)
            if (change.kind === 'placement') set.set(`placements/${change.key}`, change.after)
          }
        })
        syncBoards(boards.ada, boards.bo)
        revertAll(boards.ada, authorOf('ada', 'undo'), steps.ada)
        for (const [key, value] of set) {
          const [root = '', id = '', unit = ''] = key.split('/')
          counts.kept++
          if (root === 'placements') expect(boards.ada.placements.get(`${id}/${unit}`)).toEqual(value)
          else if (root === 'records') expect(boards.ada.records.get(id)?.get(unit)).toEqual(value)
          else expect(boards.ada[root as 'initiatives'].get(id)?.get(unit)).toEqual(value)
        }
      },
    ),
    { seed: SEED, numRuns: 400 },
  )
  expect(counts.kept).toBeGreaterThan(500)
})
