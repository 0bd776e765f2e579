import { expect, test } from 'vitest'
import { writeLeftOut } from '@/components/workshop/import/left-out/left-out-csv'
import { draftRows, parseTable } from '@/lib/import/parse-rows'
import { readTable, type Table } from '@/lib/import/read-table'
import { LIMITS } from '@/lib/sync/limits'

test('rows of which something is left out are written as they came, each once, with the reasons', () => {
  const table = parseTable('key,title,effort,link\nA,Good,1,\nB,,2,\nC,Part,much,no:where\n')
  if (!table.ok) throw new Error(table.error)
  const { rejected } = draftRows(table.value)
  expect(writeLeftOut(table.value, rejected)).toBe(
    '\uFEFFkey,title,effort,link,left out because\r\n' +
      'B,,2,,title: Left out: there is no title.\r\n' +
      'C,Part,much,no:where,effort: Left out: it is not a number of person-weeks. ' +
      'links: Partly left out: not everything is a web or mail address.\r\n',
  )
})

test('the reason for a short row stands in its own column', () => {
  const again = readAgain('title,summary,effort,tags\nFoo,,abc\n')
  expect(again.header?.cells).toEqual(['title', 'summary', 'effort', 'tags', 'left out because'])
  expect(again.rows[0]?.cells).toEqual([
    ...['Foo', '', 'abc', ''],
    'effort: Left out: it is not a number of person-weeks.',
  ])
})

test('one row of a list without a header is read as that row again', () => {
  const long = 'x'.repeat(LIMITS.TITLE_CHARACTERS + 1)
  const again = readAgain(`Good\n${long}, and more\n`)
  expect(again.columns.get('title')).toBe(0)
  expect(again.rows.map(({ cells }) => cells[0]).filter(Boolean)).toEqual([`${long}, and more`])
})

function readAgain(text: string): Table {
  const table = parseTable(text)
  if (!table.ok) throw new Error(table.error)
  return readTable(writeLeftOut(table.value, draftRows(table.value).rejected))
}
