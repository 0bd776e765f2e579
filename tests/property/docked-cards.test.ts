import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { layoutDocked } from '@/lib/board/places/cards/docked-cards'
import { dropCard } from '@/lib/board/places/cards/drop-card'
import { listStandingTeams } from '@/lib/board/places/teams/standing-teams'
import { listInstances } from '@/lib/board/read'
import { TEAM_TYPES } from '@/lib/teams/team-types'
import { authorOf, initiativeId } from '../support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '../support/boards/team-board'

const SEED = 20_262

test('a card on a team that is put down where it stands stays on that team, in piles of any height', () => {
  const team = fc.record({
    type: fc.constantFrom(...TEAM_TYPES.map(({ id }) => id)),
    cards: fc.integer({ min: 0, max: 14 }),
    deleted: fc.integer({ min: 0, max: 14 }),
  })
  fc.assert(
    fc.property(fc.array(team, { minLength: 1, maxLength: 4 }), (teams) => {
      const board = boardWithMap()
      const author = authorOf('ada')
      // Apart from each other: a team in the way of a pile takes what is dropped on it.
      teams.forEach(({ type }, at) => standTeam(board, `team${at}`, { dx: 60 + at * 450, dy: 240, type }))
      const placed = teams.flatMap(({ cards }, at) =>
        Array.from({ length: cards }, (_, number) => ({
          key: placementKey(initiativeId(`i${at}-${number}`), MAP),
          placement: { target: teamTarget(teamId(`team${at}`)), dx: 0, dy: 0 },
        })),
      )
      const drafts = placed.map(({ key }) => ({ id: initiativeId(key.split('/')[0] ?? ''), title: 'x' }))
      addInitiatives(board, author, drafts)
      setPlacements(board, author, placed)
      const gone = new Set(
        teams.flatMap(({ deleted }, at) =>
          Array.from({ length: deleted }, (_, number) => `i${at}-${number}`),
        ),
      )
      for (const id of gone) setInitiativeDeleted(board, author, { id: initiativeId(id), deleted: true })
      const living = placed.filter(({ key }) => !gone.has(key.split('/')[0] ?? ''))
      const takers = { instances: listInstances(board), teams: listStandingTeams(board) }
      const layouts = layoutDocked(
        takers.teams,
        living.map(({ key, placement }) => [key, placement]),
      )
      expect(layouts.size).toBe(living.length)
      for (const { team, box, dock } of takers.teams) {
        const pile = [...layouts.values()].filter(({ placement }) => placement.target === teamTarget(team.id))
        expect(dock.y + dock.h).toBe(Math.max(box.y + box.h, ...pile.map(({ y, h }) => y + h)))
      }
      for (const { x, y, pin, placement } of layouts.values()) {
        expect(dropCard(takers, { x, y }, pin)).toEqual({ instanceId: MAP, placement })
      }
    }),
    { seed: SEED, numRuns: 60 },
  )
})
