import { readFileSync } from 'node:fs'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { openBoardDocument } from '@/lib/board/layout'
import { INITIATIVE_LIMITS } from '@/lib/board/limits/initiative-limits'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { readInitiative } from '@/lib/board/read'
import { writeBoardCsv } from '@/lib/export/board-csv'
import { findColumns } from '@/lib/import/columns'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'

const page = readFileSync('docs/spreadsheets.md', 'utf8')
const rows = [...page.matchAll(/^\| `(\w+)` \| (.*?) \| (.*?) \|$/gm)].map(
  ([, name = '', others = '', holds = '']) => ({
    name,
    others: others === 'nothing else' ? [] : others.split(', '),
    holds,
  }),
)

test('the page about spreadsheets names every column that an export writes', () => {
  const written = writeBoardCsv(openBoardDocument(new Y.Doc()))
    .replace(/^\uFEFF/, '')
    .trim()
    .split(',')
  expect(rows.map(({ name }) => name).sort()).toEqual(written.sort())
})

test('each name that the page gives a column is found as that column', () => {
  for (const { name, others } of rows) {
    expect(roleOf(name), name).not.toBeNull()
    for (const other of others) expect(roleOf(other), `${other} as ${name}`).toBe(roleOf(name))
  }
})

test('the page gives the limits that hold', () => {
  const holds = Object.fromEntries(rows.map((row) => [row.name, row.holds]))
  expect(holds.title).toContain(`${LIMITS.TITLE_CHARACTERS} characters`)
  expect(holds.summary).toContain(`${LIMITS.SUMMARY_CHARACTERS.toLocaleString('en-US')} characters`)
  for (const name of ['external_key', 'team', 'owner'])
    expect(holds[name], name).toContain(`${INITIATIVE_LIMITS.NAME_CHARACTERS} characters`)
  expect(holds.tags).toContain(`${INITIATIVE_LIMITS.TAGS}, between`)
  expect(holds.tags).toContain(`${INITIATIVE_LIMITS.TAG_CHARACTERS} characters`)
  expect(page).toContain(`${LIMITS.IMPORT_ROWS.toLocaleString('en-US')} rows`)
})

test('the page says what an initiative counts of which nobody said the effort', () => {
  const board = openBoardDocument(new Y.Doc())
  const id = initiativeId('a')
  addInitiatives(board, authorOf('bo'), [{ id, title: 'One' }])
  const effort = readInitiative(board, id)?.effort
  expect(rows.find(({ name }) => name === 'effort')?.holds).toContain(`; ${effort} until somebody says`)
})

/** What a column is taken for beside one that holds the title; `summary` alone is taken for the title. */
function roleOf(name: string): string | null {
  const beside = [...findColumns([name, 'title'])].find(([, at]) => at === 0)
  return beside?.[0] ?? [...findColumns([name]).keys()][0] ?? null
}
