import { expect, test } from 'vitest'
import { CANVAS_INSTANCE, placementKey, type BoardDocument, type UnitMap } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { hasHome } from '@/lib/board/places/cards/has-home'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { InstanceId } from '@/lib/ids'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamKey } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const card = initiativeId('card')

function boardWithCard(): BoardDocument {
  const board = seededBoard()
  addInitiatives(board, ADA, [{ id: card, title: 'Card' }])
  return board
}

test('an initiative has a home on a template and on the canvas, also while it is deleted', () => {
  const board = boardWithCard()
  const keys = [FIRST_INSTANCE, CANVAS_INSTANCE].map((instance) => placementKey(card, instance))
  expect(keys.map((key) => hasHome(board, key))).toEqual([true, true])
  setInitiativeDeleted(board, ADA, { id: card, deleted: true })
  expect(keys.map((key) => hasHome(board, key))).toEqual([true, true])
})

test('a team has a home on its map', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 0, dy: 0 })
  expect([hasHome(board, teamKey('blue')), hasHome(board, teamKey('other'))]).toEqual([true, false])
  expect(hasHome(board, `${MAP}/${MAP}`)).toBe(false)
})

test('nothing else has one', () => {
  const board = boardWithCard()
  board.instances.set('broken', 7 as unknown as UnitMap)
  board.initiatives.set('broken', 7 as unknown as UnitMap)
  const keys = [
    placementKey(initiativeId('gone'), FIRST_INSTANCE),
    placementKey(card, 'gone' as InstanceId),
    placementKey(card, 'broken' as InstanceId),
    placementKey(initiativeId('broken'), FIRST_INSTANCE),
    card,
    `${card}/${FIRST_INSTANCE}/more`,
  ]
  expect(keys.filter((key) => hasHome(board, key))).toEqual([])
})
