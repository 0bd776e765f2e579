import { expect, test } from 'vitest'
import { addedThings } from '@/lib/board/changes/added-things'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { createRecords } from '@/lib/board/operations/records'
import { authorOf, bindingRecord, geoRecord, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, standTeam } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const EVE = authorOf('eve')

test('what somebody added is what bears their name and is still there, without templates and what nobody sees', () => {
  const board = boardWithMap()
  addInitiatives(board, EVE, [
    { id: initiativeId('hers'), title: 'Hers' },
    { id: initiativeId('gone'), title: 'Gone' },
  ])
  setInitiativeDeleted(board, EVE, { id: initiativeId('gone'), deleted: true })
  addInitiatives(board, ADA, [{ id: initiativeId('other'), title: 'Another’s' }])
  standTeam(board, 'of-ada', { dx: 0, dy: 0 })
  createRecords(board, EVE, [
    geoRecord('shape:hers', { meta: { createdBy: 'eve' } }),
    geoRecord('shape:other', { meta: { createdBy: 'ada' } }),
    { ...bindingRecord('binding:hers', 'shape:a', 'shape:hers'), meta: { createdBy: 'eve' } },
  ])
  const idsOf = (personId: string) => addedThings(board, personId).map(({ kind, id }) => `${kind} ${id}`)
  expect(idsOf('eve')).toEqual(['card hers', 'drawing shape:hers'])
  expect(idsOf('ada')).toEqual(['team of-ada', 'card other', 'drawing shape:other'])
  expect(idsOf('fay'), 'who stood the map there').toEqual([])
})
