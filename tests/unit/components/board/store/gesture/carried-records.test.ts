import { expect, test } from 'vitest'
import { project } from '@/components/board/store/project'
import type { RemoteGesture } from '@/components/board/lane/lane'
import { interactionShapeId, teamShapeId } from '@/lib/board/layout'
import { addInteraction } from '@/lib/board/operations/interactions'
import { authorOf } from '@/tests/support/boards/board-builders'
import { boardWithMap, interactionId, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'

test('an interaction goes along with a team in somebody else’s hand, and says when it is stretched', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 60, dy: 400 })
  const bound = { from: teamId('blue'), to: teamId('red'), offset: [5, 6], rotation: 0 } as const
  const draft = {
    id: interactionId('link'),
    mode: 'facilitating',
    instance: MAP,
    wh: [96, 96],
    ...bound,
  } as const
  addInteraction(board, authorOf('ada'), draft)
  const shapeId = interactionShapeId(interactionId('link'))
  const still = project({ board, lane: [] }).records.get(shapeId)
  expect(still?.['props']).toMatchObject({ stretched: false })
  const hand: RemoteGesture = {
    clientId: 9,
    personName: 'Ben',
    colorSlot: 1,
    what: 'move',
    records: [{ id: teamShapeId(teamId('blue'), MAP), x: 3_060, y: 340 - 300 }],
    released: false,
  }
  const moved = project({ board, lane: [hand] }).records.get(shapeId)
  expect(Number(moved?.['y'])).toBe(Number(still?.['y']) - 150)
  expect(moved?.['props']).toMatchObject({ stretched: true })
})
