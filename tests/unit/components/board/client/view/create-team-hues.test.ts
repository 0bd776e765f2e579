import { react } from '@tldraw/state'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { createTeamHues } from '@/components/board/client/view/create-team-hues'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const SHIP = initiativeId('ship')

test('the colours are given out anew only where a team comes, goes or is called otherwise', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 60, dy: 500 })
  addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship', team: 'blue' }])
  const { teamHues, start } = createTeamHues(board)
  const stops = [start()]
  let told = 0
  stops.push(react('hues', () => void (teamHues.get(), (told += 1))))
  ;(board.initiatives.get(SHIP)?.get('title') as Y.Text).insert(0, 'A ')
  const placement = { target: teamTarget(teamId('blue')), dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key: placementKey(SHIP, MAP), placement }])
  expect(told).toBe(1)
  setInitiativeFields(board, ADA, [{ id: SHIP, fields: { team: 'Green' } }])
  expect(told).toBe(2)
  expect([...teamHues.get().keys()]).toEqual(['blue', 'green', 'red'])
  ;(board.teams.get('red')?.get('name') as Y.Text).insert(0, 'Infra')
  expect([...teamHues.get().keys()]).toEqual(['blue', 'green', 'infrared'])
  stops.forEach((stop) => stop())
})

test('a colour written anew is seen at once, for a team and for the name of one', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship', team: 'green' }])
  const { teamHues, start } = createTeamHues(board)
  const stop = start()
  const had = [...teamHues.get().values()]
  const [one, other] = [0, 1, 2, 3].filter((hue) => !had.includes(hue))
  board.teams.get('blue')?.set('hue', one)
  board.initiatives.get(SHIP)?.set('teamHue', other)
  expect(Object.fromEntries(teamHues.get())).toEqual({ blue: one, green: other })
  stop()
})
