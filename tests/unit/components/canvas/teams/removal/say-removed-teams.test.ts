import type { Editor, TLRecord } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sayRemovedTeams } from '@/components/canvas/teams/removal/say-removed-teams'
import { cardShapeId, interactionShapeId, placementKey, teamShapeId, teamTarget } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { addInteraction } from '@/lib/board/operations/interactions'
import { setPlacements } from '@/lib/board/operations/placements'
import { readPlacement } from '@/lib/board/read'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, interactionId, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'
import { standAt, type CanvasStand } from '../../../board/support/canvas-stand'

const BLUE = teamShapeId(teamId('blue'), MAP)
const RED = teamShapeId(teamId('red'), MAP)
const LINK = interactionShapeId(interactionId('link'))
const SHIP = initiativeId('ship')
const ADA = authorOf('ada')

let stand: CanvasStand
let stop: () => void

/** An interaction between blue and red, the ship on blue, and green for itself. */
beforeEach(() => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 60, dy: 340 })
  standTeam(board, 'green', { dx: 600, dy: 340 })
  const bound = { from: teamId('blue'), to: teamId('red'), offset: [0, 0], rotation: 0 } as const
  const link = { id: interactionId('link'), mode: 'collaboration', instance: MAP, wh: [140, 60] } as const
  addInteraction(board, ADA, { ...link, ...bound })
  addInitiatives(board, ADA, [{ id: SHIP, title: 'Ship' }])
  const onBlue = { target: teamTarget(teamId('blue')), dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key: placementKey(SHIP, MAP), placement: onBlue }])
  stand = standAt(board)
  const { store } = stand
  stop = sayRemovedTeams({ store, sideEffects: store.sideEffects } as Editor, stand.client, stand.router)
})

afterEach(() => {
  stop()
  stand.stop()
})

async function remove(...ids: string[]): Promise<string | undefined> {
  stand.store.remove(ids as TLRecord['id'][])
  await Promise.resolve()
  await Promise.resolve()
  return stand.client.notice.get()?.sentence
}

test('who takes a team away reads what went with it and what stays, and may take that back', async () => {
  expect(await remove(BLUE)).toBe(
    '“blue” was removed, and 1 interaction with it. Its initiative stays on the map.',
  )
  stand.client.notice.get()?.undo?.()
  stand.projection.flush()
  expect(stand.store.has(BLUE as TLRecord['id'])).toBe(true)
  expect(stand.store.has(LINK as TLRecord['id'])).toBe(true)
  expect(readPlacement(stand.board, placementKey(SHIP, MAP))?.target).toBe('team:blue')
  expect(stand.client.notice.get()).toBeNull()
})

test('an interaction between two teams that go together is counted once, a card that goes along as itself', async () => {
  const onPlot = { target: 'curve:linear', x: 0.5, dx: 0, dy: 0 }
  setPlacements(stand.board, ADA, [{ key: placementKey(SHIP, FIRST_INSTANCE), placement: onPlot }])
  stand.projection.flush()
  const cards = [cardShapeId(SHIP, MAP), cardShapeId(SHIP, FIRST_INSTANCE)]
  expect(await remove(BLUE, RED, LINK, ...cards)).toBe(
    '2 teams and 1 card were removed, and 1 interaction with them.',
  )
})

test('a team on which nothing hangs goes without a word, and so does one that somebody else takes away', async () => {
  expect(await remove(teamShapeId(teamId('green'), MAP))).toBeUndefined()
  stand.store.mergeRemoteChanges(() => stand.store.remove([BLUE as TLRecord['id']]))
  await Promise.resolve()
  expect(stand.client.notice.get()).toBeNull()
})
