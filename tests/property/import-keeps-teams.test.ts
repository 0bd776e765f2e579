import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placementKey, teamTarget, type BoardDocument } from '@/lib/board/layout'
import { assignAsPlaced } from '@/lib/board/operations/assign'
import { createJudgeRow, importInitiatives } from '@/lib/board/operations/import'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { readInitiative } from '@/lib/board/read'
import { rewriteText } from '@/lib/board/text/rewrite-text'
import { authorOf, initiativeId } from '../support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '../support/boards/team-board'

const SEED = 20_264
const ADA = authorOf('ada')
const TEAMS = ['Checkout', 'Search', 'Pay'] as const
const ALL = [0, 1, 2, 3, 4, 5]

const nameOfTeam = fc.constantFrom(...TEAMS, 'Old name', 'search ')
/** What each row says of its team, and the team its initiative was dropped on; undefined: none. */
const rowOf = fc.record({
  said: fc.option(nameOfTeam, { nil: undefined }),
  stands: fc.option(fc.nat(2), { nil: undefined }),
  owner: fc.constantFrom('Bo', 'Cy'),
})

function drop(board: BoardDocument, at: number, team: number): void {
  const id = initiativeId(`i${at}`)
  const after = { target: teamTarget(teamId(`t${team}`)), dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key: placementKey(id, MAP), placement: after }])
  assignAsPlaced(board, ADA, { id, before: null, after })
}

test('no import takes an initiative from the team it stands on, and what it would change is known before', () => {
  let kept = 0
  const rows = fc.array(rowOf, { minLength: ALL.length, maxLength: ALL.length })
  fc.assert(
    fc.property(rows, fc.option(nameOfTeam, { nil: undefined }), (all, renamed) => {
      const board = boardWithMap()
      addInitiatives(
        board,
        ADA,
        ALL.map((at) => ({ id: initiativeId(`i${at}`), title: `Row ${at}`, owner: 'Bo', team: 'Search' })),
      )
      TEAMS.forEach((name, at) => standTeam(board, `t${at}`, { dx: 60 + 400 * at, dy: 240, name }))
      all.forEach(({ stands }, at) => stands !== undefined && drop(board, at, stands))
      if (renamed)
        board.doc.transact(() => rewriteText(board, { root: 'teams', id: 't0', field: 'name' }, renamed))
      const said = all.map(({ said: team, owner }, at) => ({
        ...{ title: `Row ${at}`, owner },
        ...(team !== undefined && { team }),
      }))
      const judge = createJudgeRow(board)
      const effects = said.map((row, at) => judge(initiativeId(`i${at}`), row))
      const { updated } = importInitiatives(board, ADA, { rows: said, createId: () => initiativeId('new') })
      expect(updated).toBe(effects.filter(({ isNews }) => isNews).length)
      all.forEach(({ stands }, at) => {
        const { teamId: now } = readInitiative(board, initiativeId(`i${at}`)) ?? {}
        if (stands !== undefined) expect(now).toBe(`t${stands}`)
      })
      kept += effects.filter(({ keepsTeam }) => keepsTeam).length
    }),
    { seed: SEED, numRuns: 100 },
  )
  expect(kept).toBeGreaterThan(50)
})
