import { expect, test } from 'vitest'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { assignTeam } from '@/lib/board/operations/assign'
import { setInstanceDeleted } from '@/lib/board/operations/instances'
import { removeTeam } from '@/lib/board/operations/teams'
import type { BoardDocument } from '@/lib/board/layout'
import { listAbsentTeams } from '@/lib/board/places/teams/absent-teams'
import { listStandingTeams } from '@/lib/board/places/teams/standing-teams'
import { listInitiatives, listTeams } from '@/lib/board/read'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')

function absentOf(board: BoardDocument) {
  const standing = new Set(listStandingTeams(board).map(({ team }) => team.id))
  return listAbsentTeams(listTeams(board), standing, listInitiatives(board))
}

function named(board: BoardDocument, ...names: (string | undefined)[]): void {
  const drafts = names.map((team, at) => ({
    ...{ id: initiativeId(`i${at}`), title: `Title ${at}` },
    ...(team === undefined ? {} : { team }),
  }))
  addInitiatives(board, ADA, drafts)
}

test('every name of a list is absent once, as it was written first, unless a team of that name stands on a map', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240, name: 'Payments' })
  named(board, 'payments ', 'Search', 'SEARCH', undefined, 'Checkout')
  expect(absentOf(board).map(({ name, id, type }) => [name, id, type])).toEqual([
    ['Search', null, 'undefined-team'],
    ['Checkout', null, 'undefined-team'],
  ])
})

test('a team is absent by its own id while its map is removed', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240, name: 'Payments', type: 'platform' })
  named(board, 'Payments', 'Old name')
  assignTeam(board, ADA, { id: initiativeId('i1'), teamId: teamId('blue') })
  setInstanceDeleted(board, ADA, { id: MAP, deleted: true })
  expect(absentOf(board)).toEqual([{ name: 'Payments', id: 'blue', type: 'platform' }])
})

test('a team that was taken off its map is absent by the name that its initiatives keep', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240, name: 'Payments' })
  named(board, undefined)
  assignTeam(board, ADA, { id: initiativeId('i0'), teamId: teamId('blue') })
  expect(absentOf(board)).toEqual([])
  removeTeam(board, ADA, { id: teamId('blue'), instanceId: MAP })
  expect(absentOf(board).map(({ name, id }) => [name, id])).toEqual([['Payments', null]])
})
