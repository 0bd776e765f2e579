import { expect, it } from 'vitest'
import type * as Y from 'yjs'
import { assignTeam, keepNamesakes } from '@/lib/board/operations/assign'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { listInitiatives } from '@/lib/board/read'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')

it('keeps for a team that is called otherwise what its name alone gave to it, and nothing else', () => {
  const board = boardWithMap()
  standTeam(board, 'pay', { dx: 100, dy: 300, name: 'Payments' })
  standTeam(board, 'ops', { dx: 600, dy: 300, name: 'Operations' })
  addInitiatives(board, ADA, [
    { id: initiativeId('a'), title: 'By its name', team: ' payments ' },
    { id: initiativeId('b'), title: 'Given to another', team: 'Payments' },
    { id: initiativeId('c'), title: 'Of another name', team: 'Billing' },
    { id: initiativeId('d'), title: 'Of nobody' },
  ])
  assignTeam(board, ADA, { id: initiativeId('b'), teamId: teamId('ops') })
  expect(keepNamesakes(board, ADA, teamId('pay'))).toHaveLength(1)
  const name = board.teams.get(teamId('pay'))?.get('name') as Y.Text
  name.insert(8, ' & Checkout')
  const teams = Object.fromEntries(listInitiatives(board).map(({ id, team }) => [id, team]))
  expect(teams).toMatchObject({
    [initiativeId('a')]: 'Payments & Checkout',
    [initiativeId('b')]: 'Operations',
    [initiativeId('c')]: 'Billing',
  })
  expect(keepNamesakes(board, ADA, teamId('pay')), 'once is enough').toEqual([])
})
