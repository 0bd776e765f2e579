import { expect, test } from 'vitest'
import { movedInitiatives } from '@/components/canvas/teams/moving/moved-initiatives'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { assignTeam } from '@/lib/board/operations/assign'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const SHIP = initiativeId('ship')

function furnished() {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 660, dy: 240 })
  const onRed = [
    { key: placementKey(SHIP, MAP), placement: { target: teamTarget(teamId('red')), dx: 0, dy: 0 } },
  ]
  const make = () => addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship', team: 'Blue' }])
  const give = () => assignTeam(board, ADA, { id: SHIP, teamId: teamId('red') })
  return { board, make, give, put: () => setPlacements(board, ADA, onRed) }
}

test('what was put on another team moved, from the one its list named', () => {
  const { board, make, give, put } = furnished()
  make()
  const step = [...give(), ...put()]
  expect(movedInitiatives(board, step)).toEqual([{ title: 'Ship', from: 'Blue', to: 'red' }])
})

test('a copy that is made on a team did not move, and neither did what was given to a team without being put there', () => {
  const { board, make, give, put } = furnished()
  const made = make()
  const given = give()
  expect(movedInitiatives(board, given)).toEqual([])
  expect(movedInitiatives(board, [...made, ...given, ...put()])).toEqual([])
})
