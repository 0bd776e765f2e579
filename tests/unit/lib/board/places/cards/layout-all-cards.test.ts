import { expect, test } from 'vitest'
import { placementKey, teamTarget, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { addTeam } from '@/lib/board/operations/teams'
import { revertStep } from '@/lib/board/operations/revert-step'
import { layoutAllCards } from '@/lib/board/places/cards/layout-all-cards'
import type { CardLayout } from '@/lib/board/places/cards/layout-cards'
import { listInstances } from '@/lib/board/read'
import { listStandingTeams } from '@/lib/board/places/teams/standing-teams'
import { standTemplates } from '@/lib/board/places/standing'
import { holds } from '@/lib/geometry/box'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, teamId } from '@/tests/support/boards/team-board'

const [ADA, BO] = [authorOf('ada'), authorOf('bo')]
const AT = { dx: 60, dy: 240, w: 320, h: 64 }

function layout(board: BoardDocument): CardLayout[] {
  const takers = { instances: listInstances(board), teams: listStandingTeams(board, { withDeleted: true }) }
  return layoutAllCards(takers, board.placements.entries())
}

test('cards that others put on a team stay on the map while its making is undone, apart from each other', () => {
  const board = boardWithMap()
  const draft = { id: teamId('blue'), name: 'Blue', type: 'platform' as const, instanceId: MAP, at: AT }
  const added = addTeam(board, ADA, draft)
  const ids = ['ship', 'sell'].map((id) => initiativeId(id))
  addInitiatives(
    board,
    BO,
    ids.map((id) => ({ id, title: id })),
  )
  const placement = { target: teamTarget(teamId('blue')), dx: 0, dy: 0 }
  setPlacements(
    board,
    BO,
    ids.map((id) => ({ key: placementKey(id, MAP), placement })),
  )
  const docked = layout(board)
  const undone = revertStep(board, ADA, added)
  const frame = standTemplates(listInstances(board)).find(({ instance }) => instance.id === MAP)?.frame
  const stray = layout(board)
  expect(stray.map(({ initiativeId: id }) => id).sort()).toEqual(['sell', 'ship'])
  for (const card of stray) {
    expect(card.placement.target).toBe('frame')
    expect(frame && holds(frame, card)).toBe(true)
  }
  expect(stray[0]?.y).not.toBe(stray[1]?.y)
  revertStep(board, ADA, undone)
  expect(layout(board)).toEqual(docked)
})

test('each map has a pile of its own, which begins below its heading', () => {
  const map = listInstances(boardWithMap()).find(({ id }) => id === MAP)
  if (!map) throw new Error('The map stands.')
  const other = { ...map, id: 'other-map' as typeof map.id }
  const gone = { target: teamTarget(teamId('gone')), dx: 0, dy: 0 }
  const key = (title: string, { id }: typeof map): string => placementKey(initiativeId(title), id)
  const stray = [key('ship', map), key('sell', map), key('aim', other)].map((one) => [one, gone] as const)
  const cards = layoutAllCards({ instances: [map, other], teams: [] }, stray)
  const topOn = ({ id }: typeof map): number =>
    Math.min(...cards.filter(({ instanceId }) => instanceId === id).map(({ y }) => y))
  expect(topOn(other)).toBe(topOn(map))
})
