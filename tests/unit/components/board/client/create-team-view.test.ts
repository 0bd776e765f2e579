import { describe, expect, it } from 'vitest'
import { createBoardView } from '@/components/board/client/create-board-view'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { assignTeam } from '@/lib/board/operations/assign'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { authorOf, initiativeId } from '@/tests/support/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '@/tests/support/team-board'

const ADA = authorOf('ada')
const [SHIP, BLUE] = [initiativeId('ship'), teamId('blue')]

function furnished(): ReturnType<typeof boardWithMap> {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 60, dy: 500 })
  addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship' }])
  assignTeam(board, ADA, { id: SHIP, teamId: BLUE })
  return board
}

describe('the teams of a board as signals', () => {
  it('have no pile under a team whose only card belongs to a deleted initiative, until it is restored', () => {
    const board = furnished()
    const placement = { target: teamTarget(BLUE), dx: 0, dy: 0 }
    setPlacements(board, ADA, [{ key: placementKey(SHIP, MAP), placement }])
    const view = createBoardView(board)
    const heights = (): number[] => view.standingTeams.get().map(({ dock }) => dock.h)
    expect(heights()).toEqual([38, 0])
    setInitiativeDeleted(board, ADA, { id: SHIP, deleted: true })
    expect(heights()).toEqual([0, 0])
    setInitiativeDeleted(board, ADA, { id: SHIP, deleted: false })
    expect(heights()).toEqual([38, 0])
    view.stop()
  })
})
