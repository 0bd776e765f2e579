import { describe, expect, it } from 'vitest'
import { readEffort, readLinks, readName, readSummary, readTags } from '@/lib/import/row-fields'

describe('reading the cells of a row', () => {
  it('finds nothing in a blank cell', () => {
    for (const read of [readName, readSummary, readEffort, readTags, readLinks])
      expect(read('  ')).toEqual({})
  })

  it.each(['=', '+', '-', '@', '＝', '＋', '－', '＠'])(
    'takes away the apostrophe that exporting put before %s',
    (sign) => {
      expect(readName(`'${sign}a`).kept).toBe(`${sign}a`)
    },
  )

  it('reads numbers of person-weeks and nothing else', () => {
    expect(readEffort('2,5').kept).toBe(2.5)
    for (const cell of ['-1', '1e9', 'large', '2000000'])
      expect(readEffort(cell).reason).toContain('Left out')
  })

  it('keeps as many tags and links as fit, and says so', () => {
    const tags = readTags(Array.from({ length: 25 }, (_, at) => `t${at}`).join(','))
    expect([tags.kept?.length, tags.reason]).toEqual([20, 'Partly left out: only 20 tags fit.'])
    const links = readLinks(Array.from({ length: 25 }, (_, at) => `https://a.example/${at}`).join(' '))
    expect([links.kept?.length, links.reason]).toEqual([20, 'Partly left out: only 20 links fit.'])
  })

  it('keeps no address that runs something', () => {
    expect(readLinks('javascript:alert(1) data:text/html,x file:///etc')).toEqual({
      reason: 'Partly left out: not everything is a web or mail address.',
    })
  })

  it.each([
    ['1,200', '1200 or 1.2'],
    ['1.000', '1000 or 1'],
    ['12.125', '12125 or 12.1250'],
  ])('asks which number of person-weeks %s is', (cell, meanings) => {
    expect(readEffort(cell)).toEqual({ reason: `Left out: ${cell} may mean ${meanings}; write one of them.` })
    const kept = meanings.split(' or ').map((written) => readEffort(written).kept)
    expect(kept).toEqual(meanings.split(' or ').map(Number))
  })

  it('reads what can only be a fraction', () => {
    expect(['1,5', '2.25', '0.125', '0,125', '1234.567'].map((cell) => readEffort(cell).kept)).toEqual([
      ...[1.5, 2.25, 0.125, 0.125, 1234.567],
    ])
    expect(readEffort('12.125', true), 'as an export of ours writes it').toEqual({ kept: 12.125 })
  })
})
