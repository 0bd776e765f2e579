import { expect, test } from 'vitest'
import type { ChangedThing } from '@/lib/board/changes/changed-things'
import { nounOfThing } from '@/lib/board/changes/noun-of-thing'
import { createRecords } from '@/lib/board/operations/records'
import { authorOf, geoRecord, seededBoard } from '@/tests/support/boards/board-builders'

const NOTE = geoRecord('shape:a', { type: 'note' })
const drawing = (changes: ChangedThing['changes']): ChangedThing => ({
  kind: 'drawing',
  id: NOTE.id,
  changes,
  instanceIds: [],
})

test('a drawing is called by its type, as it was made, was removed or is found on the board', () => {
  expect(nounOfThing(drawing([{ kind: 'record', id: NOTE.id, before: NOTE, after: null }]))).toBe('note')
  expect(nounOfThing(drawing([{ kind: 'record', id: NOTE.id, before: null, after: NOTE }]))).toBe('note')
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [NOTE])
  expect(nounOfThing(drawing([]), board)).toBe('note')
  expect(nounOfThing(drawing([]))).toBe('drawing')
})

test('anything else is called by what it is', () => {
  expect(nounOfThing({ ...drawing([]), kind: 'interaction' })).toBe('interaction')
})
