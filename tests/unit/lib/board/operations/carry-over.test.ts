import { expect, test } from 'vitest'
import { copyBoard } from '@/lib/board/document/copy-board'
import type { DocumentChange } from '@/lib/board/changes/document-change'
import { openBoardDocument, REMOVED, type BoardDocument } from '@/lib/board/layout'
import { carryOver } from '@/lib/board/operations/carry-over'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { editText } from '@/lib/board/operations/texts'
import { revertStep } from '@/lib/board/operations/revert-step'
import { readChanges } from '@/lib/board/changes/read-changes'
import { readInitiative, readPlacement, readRecord } from '@/lib/board/read'
import * as Y from 'yjs'
import { authorOf, geoRecord, initiativeId, NOW, seededBoard } from '@/tests/support/boards/board-builders'

const [ADA, BO] = [authorOf('ada'), authorOf('bo')]
const [alpha, beta] = [initiativeId('alpha'), initiativeId('beta')]

function recorded(board: BoardDocument, run: (board: BoardDocument) => void): DocumentChange[] {
  const changes: DocumentChange[] = []
  const read = (transaction: Y.Transaction): number => changes.push(...readChanges(board, transaction))
  board.doc.on('afterTransaction', read)
  run(board)
  board.doc.off('afterTransaction', read)
  return changes
}

function startingBoard(): BoardDocument {
  const board = seededBoard()
  addInitiatives(board, BO, [{ id: alpha, title: 'Search' }])
  createRecords(board, BO, [geoRecord('shape:a'), geoRecord('shape:b')])
  return board
}

/** The board as the server renews it: without history and without what was deleted. */
function renewed(board: BoardDocument): BoardDocument {
  const fresh = openBoardDocument(new Y.Doc())
  copyBoard(board, fresh, { epoch: 2, now: NOW, renameAsset: (src) => src })
  return fresh
}

test('what was done on the old document stands on the new one, and so does what others did meanwhile', () => {
  const board = startingBoard()
  const others = renewed(board)
  editText(others, BO, { root: 'initiatives', id: alpha, field: 'title', at: 0, remove: 0, insert: 'Full ' })
  updateRecords(others, BO, [
    { before: geoRecord('shape:a'), after: geoRecord('shape:a', { isLocked: true }) },
  ])
  const changes = recorded(board, () => {
    addInitiatives(board, ADA, [{ id: beta, title: 'Login', team: 'Blue' }])
    setPlacements(board, ADA, [{ key: `${beta}/canvas`, placement: { target: 'canvas', dx: 1, dy: 2 } }])
    editText(board, ADA, { root: 'initiatives', id: alpha, field: 'title', at: 6, remove: 0, insert: '!' })
    updateRecords(board, ADA, [{ before: geoRecord('shape:a'), after: geoRecord('shape:a', { x: 7 }) }])
    deleteRecords(board, ADA, ['shape:b'])
  })
  const { step, lost } = carryOver(others, ADA, changes)
  expect(lost).toEqual([])
  expect(readInitiative(others, alpha)?.title).toBe('Full Search!')
  expect(readInitiative(others, beta)).toMatchObject({ title: 'Login', team: 'Blue', createdBy: 'ada' })
  expect(readPlacement(others, `${beta}/canvas`)).toEqual({ target: 'canvas', dx: 1, dy: 2 })
  expect(readRecord(others.records.get('shape:a') ?? new Y.Map())).toMatchObject({ x: 7, isLocked: true })
  expect(others.records.has('shape:b')).toBe(false)
  const again = changes.filter(({ kind }) => kind !== 'text')
  expect(carryOver(others, ADA, again).step).toEqual([])
  revertStep(others, ADA, step)
  expect(readInitiative(others, alpha)?.title).toBe('Full Search')
  expect(others.records.has('shape:b')).toBe(true)
})

test('what was deleted and restored stays on the board, also where an older page wrote it down as removed', () => {
  const board = startingBoard()
  const others = renewed(board)
  const changes = recorded(board, () => {
    setInitiativeDeleted(board, ADA, { id: alpha, deleted: true })
    setInitiativeDeleted(board, ADA, { id: alpha, deleted: false })
  })
  carryOver(others, ADA, changes)
  expect(readInitiative(others, alpha)?.deleted).toBeUndefined()
  const asWrittenBefore = changes.map((change) =>
    change.kind === 'unit' && change.value === null ? { ...change, value: REMOVED } : change,
  )
  carryOver(others, ADA, asWrittenBefore)
  expect(readInitiative(others, alpha)?.deleted).toBeUndefined()
})

test('what was done to something that is gone is handed back', () => {
  const board = startingBoard()
  const others = renewed(board)
  deleteRecords(others, BO, ['shape:a'])
  setInitiativeDeleted(others, BO, { id: alpha, deleted: true })
  const changes = recorded(board, () => {
    updateRecords(board, ADA, [{ before: geoRecord('shape:a'), after: geoRecord('shape:a', { x: 7 }) }])
    editText(board, ADA, { root: 'initiatives', id: alpha, field: 'title', at: 6, remove: 0, insert: '!' })
    setPlacements(board, ADA, [{ key: `${alpha}/canvas`, placement: { target: 'canvas', dx: 1, dy: 2 } }])
    setInitiativeDeleted(board, ADA, { id: alpha, deleted: true })
  })
  const { step, lost } = carryOver(renewed(others), ADA, changes)
  expect([step, lost]).toEqual([[], changes])
})
