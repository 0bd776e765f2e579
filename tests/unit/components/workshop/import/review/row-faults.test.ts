import { expect, test } from 'vitest'
import { rowFaults } from '@/components/workshop/import/review/row-faults'
import { parseRows } from '@/lib/import/parse-rows'

function faultsOf(text: string): ReturnType<typeof rowFaults> {
  const rows = parseRows(text)
  if (!rows.ok) throw new Error(rows.error)
  return rowFaults(rows.value.rejected)
}

test('a row without a title is left out whole, and says so under the number a spreadsheet gives it', () => {
  expect([...faultsOf('key,title,effort\nA,One,1\nB,,2\n')]).toEqual([
    [3, { isWhole: true, roles: ['title'], sentence: 'The row is left out: there is no title.' }],
  ])
})

test('a second key marks the column of the keys', () => {
  const fault = faultsOf('key,title\nA,One\nA,Two\n').get(3)
  expect(fault).toMatchObject({ isWhole: true, roles: ['externalKey'] })
  expect(fault?.sentence).toContain('row 2 has the same key, A.')
})

test('a cell that cannot be read leaves the rest of its row in, and is named', () => {
  const fault = faultsOf('title,effort\nOne,many\n').get(2)
  expect(fault).toEqual({
    isWhole: false,
    roles: ['effort'],
    sentence: 'The effort is left out: it is not a number of person-weeks.',
  })
})

test('several cells of a row are one fault, with each reason', () => {
  const fault = faultsOf(`title,effort,team\nOne,many,${'x'.repeat(500)}\n`).get(2)
  expect(fault?.roles).toEqual(expect.arrayContaining(['team', 'effort']))
  expect(fault?.sentence).toMatch(/^The team is left out: .+ The effort is left out: /)
})

test('rows that are right are not in it', () => {
  expect(faultsOf('title\nOne\nTwo\n').size).toBe(0)
})
