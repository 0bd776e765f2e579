import { describe, expect, test } from 'vitest'
import { planImport, UNCHOSEN } from '@/components/workshop/import/review/import-plan'
import { placementKey, teamTarget } from '@/lib/board/layout'
import { assignTeam } from '@/lib/board/operations/assign'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { parseTable } from '@/lib/import/parse-rows'
import type { Table } from '@/lib/import/read-table'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { MAP, standMap, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')

function tableOf(text: string): Table {
  const table = parseTable(text)
  if (!table.ok) throw new Error(table.error)
  return table.value
}

function board() {
  const created = seededBoard()
  addInitiatives(created, ADA, [{ id: initiativeId('a'), title: 'Search', externalKey: 'K-1' }])
  return created
}

describe('planImport', () => {
  const table = tableOf('key,title\nK-1,Faster search\n,search\nK-2,Login\nK-3,\n')

  test('counts what is new, what is a duplicate and what is left out', () => {
    const plan = planImport(board(), table, UNCHOSEN)
    expect(plan).toMatchObject({
      duplicates: { key: 1, title: 0 },
      counts: { added: 2, updated: 1, unchanged: 0, skipped: 0 },
      rejected: [{ row: 5 }],
      obstacle: null,
    })
  })

  test('follows the choices', () => {
    const { counts } = planImport(board(), table, { ...UNCHOSEN, key: 'skip', title: 'update' })
    expect(counts).toEqual({ added: 2, updated: 0, unchanged: 0, skipped: 1 })
  })

  test('counts what says nothing new apart, and says so where that is all', () => {
    const [created, said] = [board(), tableOf('key,title\nK-1,Search\n')]
    expect(planImport(created, said, UNCHOSEN)).toMatchObject({
      counts: { added: 0, updated: 0, unchanged: 1, skipped: 0 },
      obstacle: 'Everything in the list is on the board already.',
    })
    const more = planImport(created, tableOf('key,title\nK-1,Search\nK-2,Login\n'), UNCHOSEN)
    expect(more).toMatchObject({ counts: { added: 1, unchanged: 1 }, obstacle: null })
    expect(planImport(created, said, { ...UNCHOSEN, key: 'add', title: 'add' }).counts).toMatchObject({
      added: 1,
      unchanged: 0,
    })
  })

  test('counts those that stand on a team and keep it, where they would be updated', () => {
    const [created, said] = [board(), tableOf('key,title,team\nK-1,Search,core\n')]
    standMap(created)
    standTeam(created, 'web', { dx: 60, dy: 240 })
    const placement = { target: teamTarget(teamId('web')), dx: 0, dy: 0 }
    setPlacements(created, ADA, [{ key: placementKey(initiativeId('a'), MAP), placement }])
    assignTeam(created, ADA, { id: initiativeId('a'), teamId: teamId('web') })
    expect(planImport(created, said, UNCHOSEN)).toMatchObject({
      keepTeam: { key: 1, title: 0 },
      counts: { updated: 0, unchanged: 1 },
    })
    expect(planImport(created, said, { ...UNCHOSEN, key: 'skip' }).keepTeam).toEqual({ key: 0, title: 0 })
  })

  test('counts new rows with the title of an earlier one, and leaves them out where that is chosen', () => {
    const said = tableOf('title,team\nLogin,Red\nlogin,Blue\nSearch,Red\n')
    const plan = planImport(board(), said, UNCHOSEN)
    expect(plan).toMatchObject({ repeated: 1, counts: { added: 2, updated: 1, skipped: 0 } })
    const less = planImport(board(), said, { ...UNCHOSEN, repeated: 'skip' })
    expect(less).toMatchObject({ repeated: 1, counts: { added: 1, updated: 1, skipped: 1 } })
    expect(less.drafts.map(({ team }) => team)).toEqual(['Red', 'Red'])
    const known = board()
    addInitiatives(known, ADA, [{ id: initiativeId('b'), title: 'Search' }])
    const both = planImport(known, tableOf('title,team\nSearch,Red\nsearch,Blue\n'), UNCHOSEN)
    expect(both, 'those on the board are asked about as that').toMatchObject({
      repeated: 0,
      duplicates: { title: 2 },
    })
  })

  test('says what stands in the way', () => {
    const without = { ...table, columns: new Map() }
    expect(planImport(board(), without, UNCHOSEN).obstacle).toMatch(/which column/)
    const same = tableOf('key,title\nK-1,Search\n')
    expect(planImport(board(), same, { ...UNCHOSEN, key: 'skip', title: 'skip' }).obstacle).toMatch(
      /nothing to import/,
    )
    const full = seededBoard()
    const rows = Array.from({ length: LIMITS.INITIATIVES }, (_, at) => ({
      ...{ id: initiativeId(`i${at}`), title: `Row ${at}` },
    }))
    addInitiatives(full, ADA, rows)
    expect(planImport(full, table, UNCHOSEN).obstacle).toMatch(/2,000/)
  })
})
