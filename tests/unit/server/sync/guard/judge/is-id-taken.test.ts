import { expect, it } from 'vitest'
import { placementKey, type Placement } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { addInstance } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { addTeam } from '@/lib/board/operations/teams'
import type { InitiativeId, InstanceId, TeamId } from '@/lib/ids'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { contentsOf, furnish, GuardedBoard, outcomeOf, type Visitor } from '../guarded-board'

const MAP = 'map' as InstanceId
const BLUE = 'blue' as TeamId
const KEY = placementKey(BLUE as string as InitiativeId, MAP)
const AT = { dx: 10, dy: 10, w: 150, h: 90 }

function makeTeam({ board, author }: Pick<Visitor, 'board' | 'author'>, id: TeamId): void {
  addTeam(board, author, { id, name: 'Blue', type: 'stream-aligned', instanceId: MAP, at: AT })
}

function mapWithTeam(): GuardedBoard {
  return new GuardedBoard((board) => {
    furnish(board)
    const author = authorOf('fay')
    addInstance(board, author, { id: MAP, templateId: 'team-map', place: [0, 0] })
    makeTeam({ board, author }, BLUE)
  })
}

it('takes no initiative with the id of a team, which everybody can still move', () => {
  const room = mapWithTeam()
  const [eve, bo] = [room.join('eve'), room.join('bo')]
  addInitiatives(eve.board, eve.author, [{ id: BLUE as string as InitiativeId, title: 'not a team' }])
  expect(outcomeOf(room.tick(eve), eve)).toMatchObject({
    violations: 1,
    refusals: [{ code: 'invalid-input', record: 'initiatives/blue' }],
  })
  expect(room.board.initiatives.has(BLUE)).toBe(false)
  const moved = { ...(room.board.placements.get(KEY) as Placement), dx: 77 }
  setPlacements(bo.board, bo.author, [{ key: KEY, placement: moved }])
  expect(outcomeOf(room.tick(bo), bo)).toMatchObject({ violations: 0, refusals: [] })
  expect(room.board.placements.get(KEY)).toEqual(moved)
  for (const { board } of room.visitors) expect(contentsOf(board)).toEqual(room.contents)
})

it('takes no team with the id of an initiative, nor both at once', () => {
  const room = mapWithTeam()
  const eve = room.join('eve')
  makeTeam(eve, initiativeId('alpha') as string as TeamId)
  expect(outcomeOf(room.tick(eve), eve).refusals).toContainEqual({
    code: 'invalid-input',
    record: 'teams/alpha',
  })
  eve.doc.transact(() => {
    makeTeam(eve, 'green' as TeamId)
    addInitiatives(eve.board, eve.author, [{ id: initiativeId('green'), title: 'one of two' }])
  })
  room.tick(eve)
  expect([room.board.teams.has('alpha'), room.board.teams.has('green')]).toEqual([false, false])
  for (const { board } of room.visitors) expect(contentsOf(board)).toEqual(room.contents)
})
