import { afterEach, beforeEach, expect, test } from 'vitest'
import { sayMovedInitiatives } from '@/components/canvas/teams/moving/say-moved-initiatives'
import { cardShapeId, placementKey, teamTarget } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { readInitiative, readPlacement } from '@/lib/board/read'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standing, standTeam, teamId } from '@/tests/support/boards/team-board'
import { standAt, type CanvasStand } from '../../../board/support/canvas-stand'

const [SHIP, SAIL, FLAG] = [initiativeId('ship'), initiativeId('sail'), initiativeId('flag')]
const ADA = authorOf('ada')

let stand: CanvasStand
let stop: () => void

/** The list says of the ship that it is that of Payments, and of the sail that it is blue's; of the flag nothing. */
beforeEach(() => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 660, dy: 240 })
  addInitiatives(board, ADA, [
    { id: SHIP, title: 'Ship', team: 'Payments' },
    { id: SAIL, title: 'Sail', team: 'Blue' },
    { id: FLAG, title: 'Flag' },
  ])
  stand = standAt(board)
  stop = sayMovedInitiatives(stand.client)
})

afterEach(() => {
  stop()
  stand.stop()
})

function give(id: typeof SHIP, team: string): string | undefined {
  stand.client.notice.set(null)
  stand.client.commands.placeOnTeam(id, MAP, teamId(team))
  return stand.client.notice.get()?.sentence
}

test('a card whose list names another team is said to move, and that is taken back with where it stands', () => {
  expect(give(SHIP, 'blue')).toBe('“Ship” moved from Payments to blue.')
  stand.client.notice.get()?.undo?.()
  expect(readInitiative(stand.board, SHIP)?.team).toBe('Payments')
  expect(readPlacement(stand.board, placementKey(SHIP, MAP))).toBeNull()
})

test('a card carried from one team to another is said to move, by a hand too', () => {
  give(FLAG, 'red')
  stand.client.notice.set(null)
  stand.projection.flush()
  const card = cardShapeId(FLAG, MAP)
  const { x, y } = standing(stand.board, 'blue').box
  stand.begin('moving', [card])
  stand.move(card, { x: x + 4, y: y + 4 })
  stand.end()
  expect(readPlacement(stand.board, placementKey(FLAG, MAP))?.target).toBe(teamTarget(teamId('blue')))
  expect(stand.client.notice.get()).toMatchObject({ sentence: '“Flag” moved from red to blue.' })
  expect(stand.client.notice.get()).toHaveProperty('undo')
})

test('nothing is said of a card without a team, of one its list gives to this team, and of one that stays', () => {
  expect(give(FLAG, 'red')).toBeUndefined()
  expect(give(SAIL, 'blue')).toBeUndefined()
  stand.client.notice.set(null)
  setPlacements(stand.board, ADA, [{ key: placementKey(SAIL, MAP), placement: null }])
  expect(give(SAIL, 'blue')).toBeUndefined()
})
