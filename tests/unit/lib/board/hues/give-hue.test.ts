import { expect, test } from 'vitest'
import { createGiveHue } from '@/lib/board/hues/give-hue'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { readTeamHues } from '@/lib/board/hues/read-team-hues'
import { TEAM_HUE_COUNT } from '@/lib/teams/team-hues'
import { authorOf, initiativeId, NOW } from '@/tests/support/boards/board-builders'
import { boardWithMap, standTeam } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')

test('a name the board knows keeps its hue, and each new one of a step gets another', () => {
  const board = boardWithMap()
  standTeam(board, 'Map', { dx: 60, dy: 240 })
  addInitiatives(board, authorOf('ada'), [{ id: initiativeId('a'), title: 'a', team: 'Web' }])
  const [map, web] = ['map', 'web'].map((name) => readTeamHues(board).get(name))
  const giveHue = createGiveHue(board)
  expect([giveHue(' MAP'), giveHue('web')]).toEqual([map, web])
  const fresh = Array.from({ length: TEAM_HUE_COUNT - 2 }, (_, at) => giveHue(`Team ${at}`))
  expect(new Set([...fresh, map, web]).size).toBe(TEAM_HUE_COUNT)
  expect(giveHue('Team 0')).toBe(fresh[0])
})

test('teams that wait for their names have a hue of their own each', () => {
  const board = boardWithMap()
  const nameless = ['t1', 't2', 't3']
  for (const id of nameless) standTeam(board, id, { dx: 60, dy: 240, name: '' })
  const hues = nameless.map((id) => board.teams.get(id)?.get('hue'))
  expect(new Set([...hues, createGiveHue(board)('Web')]).size).toBe(4)
})

test('what was deleted has its colour when it comes back, and nobody has taken it meanwhile', () => {
  const board = boardWithMap()
  const [data, mobile] = [initiativeId('data'), initiativeId('mobile')]
  addInitiatives(board, { ...ADA, now: NOW - 1 }, [{ id: data, title: 'x', team: 'Data' }])
  const first = readTeamHues(board).get('data')
  setInitiativeDeleted(board, ADA, { id: data, deleted: true })
  addInitiatives(board, ADA, [{ id: mobile, title: 'x', team: 'Mobile' }])
  const second = readTeamHues(board).get('mobile')
  setInitiativeDeleted(board, ADA, { id: data, deleted: false })
  expect(Object.fromEntries(readTeamHues(board))).toEqual({ data: first, mobile: second })
})
