import { expect, test } from 'vitest'
import { readChanges } from '@/lib/board/changes/read-changes'
import type { DocumentChange } from '@/lib/board/changes/document-change'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { REMOVED } from '@/lib/board/layout'
import { authorOf, geoRecord, initiativeId, NOW, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const alpha = initiativeId('alpha')

function changesOf(run: (board: ReturnType<typeof seededBoard>) => void): DocumentChange[] {
  const board = seededBoard()
  addInitiatives(board, ADA, [{ id: alpha, title: 'Search', owner: 'Grace' }])
  createRecords(board, ADA, [geoRecord('shape:a')])
  const changes: DocumentChange[] = []
  board.doc.on('afterTransaction', (transaction) => changes.push(...readChanges(board, transaction)))
  run(board)
  return changes
}

test('a record made, changed in one unit and deleted is told as such', () => {
  const [before, after] = [geoRecord('shape:a'), geoRecord('shape:a', { x: 5 })]
  const made = geoRecord('shape:b')
  expect(changesOf((board) => createRecords(board, ADA, [made]))).toEqual([
    { kind: 'record', id: 'shape:b', record: made },
  ])
  expect(changesOf((board) => updateRecords(board, ADA, [{ before, after }]))).toEqual([
    { kind: 'unit', root: 'records', id: 'shape:a', unit: 'place', value: ['page:page', 5, 0, 0] },
  ])
  expect(changesOf((board) => deleteRecords(board, ADA, ['shape:a']))).toEqual([
    { kind: 'record', id: 'shape:a', record: null },
  ])
})

test('an initiative is told with its fields and words, its deletion as the field it is', () => {
  const [made] = changesOf((board) =>
    addInitiatives(board, ADA, [{ id: initiativeId('beta'), title: 'Login' }]),
  )
  expect(made).toMatchObject({ kind: 'entity', root: 'initiatives', id: 'beta', texts: { title: 'Login' } })
  expect(changesOf((board) => setInitiativeDeleted(board, ADA, { id: alpha, deleted: true }))).toEqual([
    { kind: 'unit', root: 'initiatives', id: alpha, unit: 'deleted', value: { by: 'ada', at: NOW } },
  ])
  expect(changesOf((board) => board.initiatives.get(alpha)?.delete('owner'))).toEqual([
    { kind: 'unit', root: 'initiatives', id: alpha, unit: 'owner', value: REMOVED },
  ])
})

test('what was restored is told as not deleted, and nothing in a unit as a value like any other', () => {
  const changes = changesOf((board) => {
    setInitiativeDeleted(board, ADA, { id: alpha, deleted: true })
    setInitiativeDeleted(board, ADA, { id: alpha, deleted: false })
    board.records.get('shape:a')?.set('props.crop', null)
  })
  expect(changes.slice(1)).toEqual([
    { kind: 'unit', root: 'initiatives', id: alpha, unit: 'deleted', value: null },
    { kind: 'unit', root: 'records', id: 'shape:a', unit: 'props.crop', value: null },
  ])
})

test('typing is told by what the text said before and says now, deleted letters included', () => {
  const typed = { root: 'initiatives', id: alpha, field: 'title', at: 1, remove: 3, insert: 'paw' } as const
  expect(changesOf((board) => editText(board, ADA, typed))).toEqual([
    { kind: 'text', root: 'initiatives', id: alpha, field: 'title', before: 'Search', after: 'Spawch' },
  ])
})

test('a placement is told whole, and what the server alone writes is not told', () => {
  const placement = { target: 'canvas', dx: 1, dy: 2 }
  const key = `${alpha}/canvas`
  expect(changesOf((board) => setPlacements(board, ADA, [{ key, placement }]))).toEqual([
    { kind: 'placement', key, placement },
  ])
  expect(changesOf((board) => board.meta.set('epoch', 2))).toEqual([])
})
