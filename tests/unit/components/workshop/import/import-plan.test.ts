import { describe, expect, test } from 'vitest'
import { planImport } from '@/components/workshop/import/import-plan'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { UPDATE_DUPLICATES } from '@/lib/board/operations/import'
import { parseTable } from '@/lib/import/parse-rows'
import type { Table } from '@/lib/import/read-table'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

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
    const plan = planImport(board(), table, UPDATE_DUPLICATES)
    expect(plan).toMatchObject({
      duplicates: { key: 1, title: 0 },
      counts: { added: 2, updated: 1, unchanged: 0, skipped: 0 },
      rejected: [{ row: 5 }],
      obstacle: null,
    })
  })

  test('follows the choices', () => {
    const { counts } = planImport(board(), table, { key: 'skip', title: 'update' })
    expect(counts).toEqual({ added: 2, updated: 0, unchanged: 0, skipped: 1 })
  })

  test('counts what says nothing new apart, and says so where that is all', () => {
    const [created, said] = [board(), tableOf('key,title\nK-1,Search\n')]
    expect(planImport(created, said, UPDATE_DUPLICATES)).toMatchObject({
      counts: { added: 0, updated: 0, unchanged: 1, skipped: 0 },
      obstacle: 'All of it is on the board already, just as it is here.',
    })
    const more = planImport(created, tableOf('key,title\nK-1,Search\nK-2,Login\n'), UPDATE_DUPLICATES)
    expect(more).toMatchObject({ counts: { added: 1, unchanged: 1 }, obstacle: null })
    expect(planImport(created, said, { key: 'add', title: 'add' }).counts).toMatchObject({
      added: 1,
      unchanged: 0,
    })
  })

  test('says what stands in the way', () => {
    const without = { ...table, columns: new Map() }
    expect(planImport(board(), without, UPDATE_DUPLICATES).obstacle).toMatch(/which column/)
    const same = tableOf('key,title\nK-1,Search\n')
    expect(planImport(board(), same, { key: 'skip', title: 'skip' }).obstacle).toMatch(/nothing to import/)
    const full = seededBoard()
    const rows = Array.from({ length: LIMITS.INITIATIVES }, (_, at) => ({
      ...{ id: initiativeId(`i${at}`), title: `Row ${at}` },
    }))
    addInitiatives(full, ADA, rows)
    expect(planImport(full, table, UPDATE_DUPLICATES).obstacle).toMatch(/2,000/)
  })
})
