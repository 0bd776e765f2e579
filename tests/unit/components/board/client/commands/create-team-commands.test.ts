import { afterEach, expect, test } from 'vitest'
import { cardShapeId, placementKey } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setInstanceDeleted } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { listStandingTeams } from '@/lib/board/places/teams/standing-teams'
import { addInteraction, setInteractionDeleted } from '@/lib/board/operations/interactions'
import { listInteractions, readInteraction } from '@/lib/board/read'
import { overlaps, type Box } from '@/lib/geometry/box'
import type { Point } from '@/lib/geometry/point'
import type { InstanceId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import {
  boardWithMap,
  interactionId,
  MAP,
  standing,
  standMap,
  standTeam,
  teamId,
} from '@/tests/support/boards/team-board'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

const SHIP = initiativeId('ship')
let stand: CanvasStand
afterEach(() => stand.stop())

test('a team is added although there are as many interactions as a board holds, and an interaction is not', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 60, dy: 500 })
  const [from, to] = [teamId('blue'), teamId('red')]
  const draft = { mode: 'collaboration', instance: MAP, from, to, offset: [0, 0], rotation: 0 } as const
  for (let number = 0; number < LIMITS.INTERACTIONS; number++) {
    addInteraction(board, authorOf('ada'), { ...draft, id: interactionId(`i${number}`), wh: [140, 60] })
  }
  stand = standAt(board)
  const { teams, notice } = stand.client
  expect(teams.addTeam(MAP, { x: 3_500, y: 400, w: 320, h: 64 })).not.toBeNull()
  expect(listStandingTeams(board)).toHaveLength(3)
  expect(notice.get()).toBeNull()
  const given = {
    mode: 'collaboration',
    instanceId: MAP,
    teams: [from, to],
    at: { x: 3_200, y: 500 },
  } as const
  expect(teams.addInteraction(given)).toBeNull()
  expect(notice.get()?.sentence).toMatch(/600 interactions/)
})

test('an answer about what somebody has taken off the map joins nothing, and says so', () => {
  const board = boardWithMap()
  const [blue, red] = [teamId('blue'), teamId('red')]
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 60, dy: 500 })
  const id = interactionId('help')
  const bound = { from: blue, to: red, offset: [0, 0], rotation: 0 } as const
  addInteraction(board, authorOf('ada'), {
    ...{ id, mode: 'collaboration', instance: MAP, wh: [140, 60] },
    ...bound,
  })
  stand = standAt(board)
  const { teams, notice } = stand.client
  teams.askTeams(id)
  setInteractionDeleted(board, authorOf('bob'), { id, deleted: true })
  expect(teams.answer({ from: red, to: blue })).toBeNull()
  expect(readInteraction(board, id)?.from).toBe(blue)
  expect(notice.get()?.sentence).toMatch(/Nothing was joined/)
})

test('an interaction between two teams stands clear of a third between them, of cards and of the one before', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 600, dy: 240 })
  standTeam(board, 'red', { dx: 600, dy: 740 })
  standTeam(board, 'green', { dx: 600, dy: 490 })
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship' }])
  setPlacements(board, authorOf('ada'), [
    { key: placementKey(SHIP, MAP), placement: { target: 'frame', dx: 960, dy: 500 } },
  ])
  stand = standAt(board)
  const { teams } = stand.client
  const given = {
    mode: 'collaboration',
    instanceId: MAP,
    teams: [teamId('blue'), teamId('red')],
    at: { x: 0, y: 0 },
  } as const
  const made = [teams.addInteraction(given), teams.addInteraction(given)]
  stand.projection.flush()
  const boxes = made.map((id) => boxOfShape(id ?? ''))
  const others = [standing(board, 'green').box, boxOfShape(cardShapeId(SHIP, MAP))]
  expect(overlaps(boxes[0] as Box, boxes[1] as Box)).toBe(false)
  for (const box of boxes) for (const one of others) expect(overlaps(box, one)).toBe(false)
})

test('an interaction that is given two other teams stands clear of a third, not of itself', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 600, dy: 240 })
  standTeam(board, 'red', { dx: 600, dy: 740 })
  stand = standAt(board)
  const { teams } = stand.client
  const [blue, red] = [teamId('blue'), teamId('red')]
  const at = { x: 0, y: 0 }
  teams.addInteraction({ mode: 'collaboration', instanceId: MAP, teams: [blue, red], at })
  const [link] = listInteractions(board)
  if (!link) throw new Error('There is no interaction.')
  teams.askTeams(link.id)
  teams.answer({ from: red, to: blue })
  expect(readInteraction(board, link.id)).toMatchObject({ from: red, to: blue, offset: [0, 0] })
  standTeam(board, 'green', { dx: 600, dy: 490 })
  teams.askTeams(link.id)
  teams.answer({ from: blue, to: red })
  expect(readInteraction(board, link.id)?.offset).not.toEqual([0, 0])
})

function boxOfShape(id: string): Box {
  const { x, y, props } = stand.shape(id) as unknown as Point & { props: { w: number; h: number } }
  return { x, y, w: props.w, h: props.h }
}

test('teams that initiatives name come onto the map in one step, and work on what names them', () => {
  const board = boardWithMap()
  addInitiatives(board, authorOf('ada'), [
    { id: SHIP, title: 'Ship', team: 'Payments' },
    { id: initiativeId('sail'), title: 'Sail', team: 'Search' },
  ])
  stand = standAt(board)
  const { teams, undo, view } = stand.client
  expect(view.absentTeams.get().map(({ name }) => name)).toEqual(['Payments', 'Search'])
  const placed = view.absentTeams
    .get()
    .map((team, at) => ({ ...team, box: { x: 3_100, y: 400 + 200 * at, w: 320, h: 64 } }))
  expect(teams.addAbsent(MAP, placed)).toHaveLength(2)
  expect(listStandingTeams(board).map(({ team, box }) => [team.name, team.type, box.y])).toEqual([
    ['Payments', 'undefined-team', 400],
    ['Search', 'undefined-team', 600],
  ])
  expect(view.teamOf(SHIP).get()?.name).toBe('Payments')
  expect(view.absentTeams.get()).toEqual([])
  undo.undo()
  expect(listStandingTeams(board)).toEqual([])
  expect(view.absentTeams.get()).toHaveLength(2)
})

test('a team whose map was removed comes onto another as it is', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240, name: 'Payments', type: 'platform' })
  addInitiatives(board, authorOf('ada'), [{ id: SHIP, title: 'Ship', team: 'Payments' }])
  setInstanceDeleted(board, authorOf('ada'), { id: MAP, deleted: true })
  const next = 'next' as InstanceId
  standMap(board, next)
  stand = standAt(board)
  const { teams, view } = stand.client
  const placed = view.absentTeams.get().map((team) => ({ ...team, box: { x: 3_100, y: 400, w: 400, h: 72 } }))
  teams.addAbsent(next, placed)
  expect(listStandingTeams(board).map(({ team, instance }) => [team.id, team.type, instance.id])).toEqual([
    ['blue', 'platform', next],
  ])
})

test('who may not edit adds no teams, and is told so', () => {
  const board = boardWithMap()
  stand = standAt(board)
  stand.canEdit.set(false)
  const box = { x: 3_100, y: 400, w: 320, h: 64 }
  const team = { name: 'Payments', id: null, type: 'undefined-team', box } as const
  expect(stand.client.teams.addAbsent(MAP, [team])).toEqual([])
  expect(listStandingTeams(board)).toEqual([])
  expect(stand.client.notice.get()).not.toBeNull()
})
