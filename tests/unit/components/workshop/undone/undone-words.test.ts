import { expect, test } from 'vitest'
import { goneWords, undoneWords } from '@/components/workshop/undone/undone-words'
import { CANVAS_INSTANCE, placementKey, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import {
  addInstance,
  moveInstance,
  renameInstance,
  setInstanceDeleted,
} from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { addTeam } from '@/lib/board/operations/teams'
import { revertStep } from '@/lib/board/operations/revert-step'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { Step } from '@/lib/board/step'
import type { InstanceId, TeamId } from '@/lib/ids'
import {
  arrowRecord,
  authorOf,
  geoRecord,
  initiativeId,
  instanceAt,
  seededBoard,
} from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const UNDO = authorOf('ada', 'undo')
const SHIP = initiativeId('ship')
const SEARCH = initiativeId('search')
const SECOND = 'second' as InstanceId
const TEAM = 'node' as TeamId

function board(): BoardDocument {
  const made = seededBoard()
  addInitiatives(made, ADA, [
    { id: SHIP, title: 'Ship' },
    { id: SEARCH, title: '' },
  ])
  return made
}

/** What is said when a step is taken back, and when it is done again. */
function wordsFor(on: BoardDocument, step: Step): readonly [undone: string, redone: string] {
  const undone = revertStep(on, UNDO, step)
  const afterUndo = undoneWords(on, { direction: 'undo', did: undone })
  const redone = revertStep(on, UNDO, undone)
  return [afterUndo, undoneWords(on, { direction: 'redo', did: redone })]
}

const put = (on: BoardDocument, id: typeof SHIP, instance: InstanceId, dx: number | null): Step =>
  setPlacements(on, ADA, [
    {
      key: placementKey(id, instance),
      placement: dx === null ? null : { target: 'curve:linear', x: 0.5, dx, dy: 0 },
    },
  ])

test('a card is named with what was done to it and the template it was done on', () => {
  const on = board()
  const onTemplate = '“Ship” on “Effort and value”.'
  expect(wordsFor(on, put(on, SHIP, FIRST_INSTANCE, 0))).toEqual([
    `Undone: placed ${onTemplate}`,
    `Redone: placed ${onTemplate}`,
  ])
  expect(wordsFor(on, put(on, SHIP, FIRST_INSTANCE, 40))[0]).toBe(`Undone: moved ${onTemplate}`)
  expect(wordsFor(on, put(on, SHIP, FIRST_INSTANCE, null))[0]).toBe(
    'Undone: took away “Ship” from “Effort and value”.',
  )
  expect(wordsFor(on, put(on, SEARCH, CANVAS_INSTANCE, 0))[0]).toBe(
    'Undone: placed “Untitled” beside the templates.',
  )
})

test('several of a kind are counted, and called changed where different things were done to them', () => {
  const on = board()
  const both = [...put(on, SHIP, FIRST_INSTANCE, 0), ...put(on, SEARCH, FIRST_INSTANCE, 0)]
  expect(wordsFor(on, both)[0]).toBe('Undone: placed 2 cards on “Effort and value”.')
  const mixed = [...put(on, SHIP, FIRST_INSTANCE, 40), ...put(on, SEARCH, FIRST_INSTANCE, null)]
  expect(wordsFor(on, mixed)[0]).toBe('Undone: changed 2 cards on “Effort and value”.')
})

test('a template comes before the cards on it, and is named even while it is off the board', () => {
  const on = board()
  const added = addInstance(on, ADA, instanceAt(SECOND, 4_000, 0))
  renameInstance(on, ADA, { id: SECOND, name: 'Autumn' })
  expect(wordsFor(on, added)[0]).toBe('Undone: added the template “Autumn”.')
  expect(wordsFor(on, moveInstance(on, ADA, { id: SECOND, place: [4_000, 500] }))[0]).toBe(
    'Undone: moved the template “Autumn”.',
  )
  const removed = [...put(on, SHIP, SECOND, 0), ...setInstanceDeleted(on, ADA, { id: SECOND, deleted: true })]
  expect(wordsFor(on, removed)[0]).toBe('Undone: removed the template “Autumn”.')
})

test('whatever else there is has a name of its kind', () => {
  const on = board()
  expect(wordsFor(on, setInitiativeDeleted(on, ADA, { id: SHIP, deleted: true }))[0]).toBe(
    'Undone: deleted “Ship”.',
  )
  expect(wordsFor(on, createRecords(on, ADA, [geoRecord('shape:box')]))[0]).toBe('Undone: added a drawing.')
  const moved = updateRecords(on, ADA, [
    { before: geoRecord('shape:box'), after: geoRecord('shape:box', { x: 40 }) },
  ])
  expect(wordsFor(on, moved)[0]).toBe('Undone: moved a drawing.')
  const team = addTeam(on, ADA, {
    id: TEAM,
    name: 'Node',
    type: 'platform',
    instanceId: FIRST_INSTANCE,
    at: { dx: 0, dy: 0, w: 200, h: 80 },
  })
  expect(wordsFor(on, team)[0]).toBe('Undone: added the team “Node” on “Effort and value”.')
})

test('things of several kinds that go or come together are all counted', () => {
  const on = board()
  const at = { dx: 0, dy: 0, w: 200, h: 80 }
  const team = { id: TEAM, name: 'Node', type: 'platform', instanceId: FIRST_INSTANCE, at } as const
  const notes = ['a', 'b'].map((name) => ({ ...geoRecord(`shape:${name}`), type: 'note' }))
  const added = [...addTeam(on, ADA, team), ...createRecords(on, ADA, notes)]
  const taken = put(on, SHIP, FIRST_INSTANCE, 0)
  expect(wordsFor(on, [...added, ...taken])[0]).toBe(
    'Undone: added the team “Node” and 2 notes, placed “Ship” on “Effort and value”.',
  )
})

test('what else happened to other things is left out', () => {
  const on = board()
  createRecords(on, ADA, [geoRecord('shape:box')])
  const step = [
    ...setInitiativeDeleted(on, ADA, { id: SHIP, deleted: true }),
    ...updateRecords(on, ADA, [{ before: geoRecord('shape:box'), after: geoRecord('shape:box', { x: 40 }) }]),
  ]
  expect(wordsFor(on, step)[0]).toBe('Undone: deleted “Ship”.')
})

test('what nobody can name is told all the same', () => {
  expect(undoneWords(board(), { direction: 'undo', did: [] })).toBe('Undone outside what you see.')
  expect(undoneWords(board(), { direction: 'redo', did: [] })).toBe('Redone outside what you see.')
})

test('an arrow that is left where it pointed is not spoken of beside what it hung on, and is where it is all', () => {
  const on = board()
  const arrow = arrowRecord('shape:arrow')
  createRecords(on, ADA, [arrow, geoRecord('shape:a'), geoRecord('shape:b')])
  const point = (x: number): Step =>
    updateRecords(on, ADA, [
      { before: arrow, after: { ...arrow, props: { ...(arrow.props as object), start: { x, y: 7 } } } },
    ])
  const step = [...point(7), ...deleteRecords(on, ADA, ['shape:a', 'shape:b'])]
  expect(goneWords(on, step)).toBe('Deleted 2 drawings.')
  expect(wordsFor(on, step)).toEqual(['Undone: deleted 2 drawings.', 'Redone: deleted 2 drawings.'])
  expect(goneWords(on, point(9))).toBeNull()
  expect(wordsFor(on, point(11))[0]).toBe('Undone: changed an arrow.')
})
