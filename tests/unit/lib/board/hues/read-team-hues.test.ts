import { expect, test } from 'vitest'
import type { BoardDocument } from '@/lib/board/layout'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { assignTeam } from '@/lib/board/operations/assign'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { rewriteText } from '@/lib/board/text/rewrite-text'
import { readTeamHues } from '@/lib/board/hues/read-team-hues'
import { authorOf, initiativeId, NOW } from '@/tests/support/boards/board-builders'
import { boardWithMap, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const before = { ...ADA, now: NOW - 1 }
const names = (board: BoardDocument): readonly string[] => [...readTeamHues(board).keys()]

test('a team has its colour from when an initiative first named it, or from when it came onto a map', () => {
  const board = boardWithMap()
  standTeam(board, 'Map', { dx: 60, dy: 240 })
  standTeam(board, 'Web', { dx: 60, dy: 500 })
  addInitiatives(board, before, [{ id: initiativeId('a'), title: 'a', team: 'web' }])
  addInitiatives(board, ADA, [{ id: initiativeId('b'), title: 'b', team: 'Apps' }])
  expect(names(board)).toEqual(['web', 'apps', 'map'])
})

test('an old initiative put on a younger team makes that team no older, so nobody is recoloured', () => {
  const board = boardWithMap()
  const id = initiativeId('a')
  addInitiatives(board, before, [{ id, title: 'a' }])
  addInitiatives(board, ADA, [{ id: initiativeId('b'), title: 'b', team: 'Apps' }])
  standTeam(board, 'Map', { dx: 60, dy: 240 })
  const hues = readTeamHues(board)
  assignTeam(board, ADA, { id, teamId: teamId('Map') })
  expect(names(board)).toEqual(['apps', 'map'])
  expect(readTeamHues(board)).toEqual(hues)
})

test('a team that nothing names any more leaves its colour to others', () => {
  const board = boardWithMap()
  const id = initiativeId('a')
  addInitiatives(board, ADA, [{ id, title: 'a', team: 'Web' }])
  setInitiativeDeleted(board, ADA, { id, deleted: true })
  expect(names(board)).toEqual([])
})

/** Names that would all look for their hue at one place. */
const RIVALS = ['Data', 'Mobile', 'Ops', 'Pricing']

test('an old initiative that names a new team recolours nobody', () => {
  const board = boardWithMap()
  const [first = '', ...others] = RIVALS
  addInitiatives(board, before, [{ id: initiativeId('old'), title: 'old', team: 'Web' }])
  addInitiatives(
    board,
    ADA,
    others.map((team) => ({ id: initiativeId(team), title: team, team })),
  )
  const hues = new Map(readTeamHues(board))
  hues.delete('web')
  setInitiativeFields(board, ADA, [{ id: initiativeId('old'), fields: { team: first } }])
  expect(Object.fromEntries(readTeamHues(board))).toMatchObject(Object.fromEntries(hues))
})

test('a team keeps its colour while its name is typed anew, and takes that of no other', () => {
  const board = boardWithMap()
  standTeam(board, 'Map', { dx: 60, dy: 240 })
  addInitiatives(
    board,
    ADA,
    RIVALS.map((team) => ({ id: initiativeId(team), title: team, team })),
  )
  const hues = readTeamHues(board)
  for (const typed of ['R', 'Re', 'Ret', 'Reta', 'Retai', 'Retail']) {
    rewriteText(board, { root: 'teams', id: 'Map', field: 'name' }, typed)
    const { [typed.toLowerCase()]: own, ...others } = Object.fromEntries(readTeamHues(board))
    expect({ map: own, ...others }).toEqual(Object.fromEntries(hues))
  }
})
