import { describe, expect, it } from 'vitest'
import type { InitiativeId, PersonId } from '@/lib/ids'
import { writeCsv, writeInitiativesCsv } from '@/lib/export/write-csv'

describe('writeCsv', () => {
  it('quotes what needs quotes and nothing else', () => {
    expect(writeCsv([['a', 'b,c', 'say "x"', 3, undefined]])).toBe('\uFEFFa,"b,c","say ""x""",3,\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@x', '\tx', "'=1"])('puts an apostrophe before %j', (cell) => {
    expect(writeCsv([[cell]])).toContain(`'${cell}`)
  })

  it('leaves numbers as they are', () => {
    expect(writeCsv([[-3.5]])).toBe('\uFEFF-3.5\r\n')
  })
})

describe('writeInitiativesCsv', () => {
  it('writes a header and one row each', () => {
    const initiative = {
      id: 'i1' as InitiativeId,
      title: 'Search, fast',
      summary: '',
      externalKey: 'K-1',
      effort: 2,
      createdBy: 'p' as PersonId,
      createdAt: 0,
    }
    expect(writeInitiativesCsv([initiative])).toBe(
      '\uFEFFexternal_key,title,team,owner,effort,summary\r\nK-1,"Search, fast",,,2,""\r\n',
    )
  })
})
