import { react } from '@tldraw/state'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { createBoardView } from '@/components/board/client/view/create-board-view'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { assignTeam } from '@/lib/board/operations/assign'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setInstanceDeleted } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'

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

  it('tell whoever looks at one team of that team alone', () => {
    const board = furnished()
    const view = createBoardView(board)
    const seen = { team: 0, teamOf: 0, workload: 0 }
    const stops = [
      react('team', () => (view.team(BLUE).get(), (seen.team += 1))),
      react('team of', () => (view.teamOf(SHIP).get(), (seen.teamOf += 1))),
      react('workload', () => (view.workload(BLUE).get(), (seen.workload += 1))),
    ]
    ;(board.teams.get('red')?.get('name') as Y.Text).insert(0, 'Infra')
    expect(seen).toEqual({ team: 1, teamOf: 1, workload: 1 })
    ;(board.teams.get('blue')?.get('name') as Y.Text).insert(0, 'Sky ')
    expect(seen).toEqual({ team: 2, teamOf: 2, workload: 1 })
    expect(view.teamOf(SHIP).get()?.name).toBe('Sky blue')
    expect(view.team(BLUE)).toBe(view.team(BLUE))
    expect(view.teamOf(SHIP)).toBe(view.teamOf(SHIP))
    stops.forEach((stop) => stop())
    view.stop()
  })

  it('say what a team works on, given to it or named by a spreadsheet, and no longer what was deleted', () => {
    const board = furnished()
    const [plan, other] = [initiativeId('plan'), initiativeId('other')]
    addInitiatives(board, ADA, [
      { id: plan, title: 'Plan', team: 'Blue' },
      { id: other, title: 'Other', team: 'red' },
    ])
    const view = createBoardView(board)
    expect([...view.initiativesOf(BLUE).get()].sort()).toEqual([plan, SHIP])
    setInitiativeDeleted(board, ADA, { id: SHIP, deleted: true })
    expect(view.initiativesOf(BLUE).get()).toEqual([plan])
    view.stop()
  })

  it('hear nothing any more once the view is stopped', () => {
    const board = furnished()
    const view = createBoardView(board)
    const [teams, standing] = [view.teams.get(), view.standingTeams.get()]
    expect(standing).not.toEqual([])
    view.stop()
    ;(board.teams.get('blue')?.get('name') as Y.Text).insert(0, 'Sky ')
    setPlacements(board, ADA, [
      { key: placementKey(SHIP, MAP), placement: { target: 'frame', dx: 1, dy: 2 } },
    ])
    setInstanceDeleted(board, ADA, { id: MAP, deleted: true })
    setInitiativeDeleted(board, ADA, { id: SHIP, deleted: true })
    expect(view.teams.get()).toBe(teams)
    expect(view.standingTeams.get()).toBe(standing)
  })
})
