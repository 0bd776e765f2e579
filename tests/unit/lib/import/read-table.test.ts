import { describe, expect, it } from 'vitest'
import { readTable, widthOf, withHeader } from '@/lib/import/read-table'

const cellsOf = (rows: readonly { cells: readonly string[] }[]) => rows.map(({ cells }) => cells)

describe('readTable', () => {
  it('keeps the header apart from the rows', () => {
    const table = readTable('title,team\nSearch,core')
    expect(table.header?.cells).toEqual(['title', 'team'])
    expect(cellsOf(table.rows)).toEqual([['Search', 'core']])
    expect(widthOf(table)).toBe(2)
  })
})

describe('withHeader', () => {
  it('takes a first row with unknown names for the header where somebody says so, and gives it back', () => {
    const table = readTable('Was,Wer\nSuche,Ada\nLogin,Bo\n')
    expect(table.header).toBeNull()
    const named = withHeader(table, true)
    expect(named.header?.cells).toEqual(['Was', 'Wer'])
    expect([...named.columns]).toEqual([['title', 0]])
    expect(named.rows.map(({ row }) => row)[0]).toBe(2)
    expect(cellsOf(withHeader(named, false).rows)).toEqual(cellsOf(table.rows))
  })

  it('passes blank rows over to find the header', () => {
    const table = withHeader(readTable('K-1,Search\nK-2,Login\n'), true)
    expect(table.header?.cells).toEqual(['K-1', 'Search'])
    expect(widthOf(table)).toBe(2)
  })
})
