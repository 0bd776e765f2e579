import { expect, test } from 'vitest'
import { createBoardView } from '@/components/board/client/create-board-view'
import { knownNames } from '@/components/workshop/inspector/known-names'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/board-builders'

test('names are offered once each, the most used first', () => {
  const board = seededBoard()
  const teams = ['Web', 'Core', 'Core', undefined, 'App']
  addInitiatives(
    board,
    authorOf('ada'),
    teams.map((team, at) => ({ id: initiativeId(`i${at}`), title: 'T', ...(team && { team }) })),
  )
  const view = createBoardView(board)
  expect(knownNames(view, 'team')).toEqual(['Core', 'App', 'Web'])
  expect(knownNames(view, 'owner')).toEqual([])
  view.stop()
})
