import { expect, it } from 'vitest'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { dockedAt, DOCKED_SIZE_PX, pileStepPx } from '@/lib/board/places/teams/standing-teams'
import type { InitiativeId } from '@/lib/ids'
import { freePlace } from '@/lib/teams/free-place'
import { teamTypeOf } from '@/lib/teams/team-types'
import { authorOf } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standing, standTeam, teamId } from '@/tests/support/boards/team-board'

const AREA = { x: 0, y: 0, w: 400, h: 900 }

it('ends a pile of any height above the team that is put in the row under its own', () => {
  const { size } = teamTypeOf('stream-aligned')
  const box = { x: 0, y: 0, ...size }
  const below = freePlace([AREA], size, [box])
  for (const count of [1, 6, 7, 12, 53]) {
    const last = dockedAt({ box, stepPx: pileStepPx(count) }, count - 1)
    expect(last.y + DOCKED_SIZE_PX.h).toBeLessThan(below.y)
  }
})

/** A map with a team that carries so many initiatives, and others where they are said to be. */
function boardWithPile(count: number, others: readonly (readonly [string, number, number])[]) {
  const board = boardWithMap()
  standTeam(board, 'upper', { dx: 90, dy: 270 })
  for (const [id, dx, dy] of others) standTeam(board, id, { dx, dy })
  for (let at = 0; at < count; at++) {
    const id = `carried-${at}` as InitiativeId
    addInitiatives(board, authorOf('ada'), [{ id, title: `Carried ${at}` }])
    const placement = { target: teamTarget(teamId('upper')), dx: 0, dy: 0 }
    setPlacements(board, authorOf('ada'), [{ key: placementKey(id, MAP), placement }])
  }
  return board
}

it('pushes a pile together so that it ends above the team below it, wherever that was put', () => {
  const board = boardWithPile(6, [['lower', 90, 490]])
  const { dock, stepPx } = standing(board, 'upper')
  expect(dock.y + dock.h).toBeLessThan(standing(board, 'lower').box.y)
  expect(stepPx).toBeLessThan(pileStepPx(6))
})

it('leaves a pile as it is beside a team that it does not come down upon', () => {
  const step = (others: Parameters<typeof boardWithPile>[1]): number =>
    standing(boardWithPile(6, others), 'upper').stepPx
  expect(step([['aside', 630, 490]])).toBe(pileStepPx(6))
  expect(step([['over', 90, 150]])).toBe(pileStepPx(6))
  expect(step([['far', 90, 800]])).toBe(pileStepPx(6))
})

it('keeps the titles of a pile in sight where there is no room above the team below', () => {
  expect(standing(boardWithPile(6, [['near', 90, 350]]), 'upper').stepPx).toBe(22)
})
