import { expect, test } from 'vitest'
import { unsavedWords } from '@/lib/board/changes/unsaved-words'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { createRecords } from '@/lib/board/operations/records'
import { authorOf, geoRecord, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const ADA = authorOf('ada')
const [alpha, beta] = ['alpha', 'beta'].map(initiativeId)

test('what a page alone holds is said so that it can be written down again', () => {
  const board = seededBoard(1_000)
  const drafts = [
    { id: initiativeId('alpha'), title: 'Search', team: 'Blue', owner: 'Grace', effort: 3 },
    { id: initiativeId('beta'), title: 'Login' },
  ]
  addInitiatives(board, ADA, drafts)
  const text = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ask legal' }] }],
  }
  const note = geoRecord('shape:note')
  createRecords(board, ADA, [{ ...note, props: { ...(note['props'] as object), richText: text } }])
  createRecords(board, ADA, [geoRecord('shape:box')])
  expect(unsavedWords(board, [`initiatives/${alpha}`, `placements/${alpha}/canvas`])).toEqual([
    'Initiative: Search; team Blue; owner Grace; effort 3',
  ])
  expect(unsavedWords(board, [`placements/${beta}/canvas`, `placements/${beta}/first`])).toEqual([
    'Where “Login” stands',
  ])
  expect(unsavedWords(board, ['records/shape:note', 'records/shape:box', 'records/shape:gone'])).toEqual([
    'Written: Ask legal',
    'Something drawn',
    'Something that was deleted',
  ])
  setInitiativeDeleted(board, ADA, { id: initiativeId('beta'), deleted: true })
  expect(unsavedWords(board, [`initiatives/${beta}`])).toEqual(['Initiative: Login (deleted)'])
})
