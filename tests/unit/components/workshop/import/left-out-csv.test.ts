import { expect, test } from 'vitest'
import { writeLeftOut } from '@/components/workshop/import/left-out-csv'
import { draftRows, parseTable } from '@/lib/import/parse-rows'

test('rows of which something is left out are written as they came, each once, with the reasons', () => {
  const table = parseTable('key,title,effort,link\nA,Good,1,\nB,,2,\nC,Part,much,no:where\n')
  if (!table.ok) throw new Error(table.error)
  const { rejected } = draftRows(table.value)
  expect(writeLeftOut(table.value, rejected)).toBe(
    '\uFEFFkey,title,effort,link,left out because\r\n' +
      'B,,2,,title: Left out: there is no title.\r\n' +
      'C,Part,much,no:where,effort: Left out: it is no number of person-weeks. ' +
      'links: Partly left out: not everything is a web or mail address.\r\n',
  )
})
