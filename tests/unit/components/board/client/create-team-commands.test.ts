import { afterEach, expect, test } from 'vitest'
import { listStandingTeams } from '@/lib/board/places/standing-teams'
import { addInteraction, setInteractionDeleted } from '@/lib/board/operations/interactions'
import { readInteraction } from '@/lib/board/read'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf } from '@/tests/support/boards/board-builders'
import { boardWithMap, interactionId, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'
import { standAt, type CanvasStand } from '../support/canvas-stand'

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
