import { describe, expect, it } from 'vitest'
import { writeCsv } from '@/lib/export/write-csv'

describe('writeCsv', () => {
  it('quotes what needs quotes and nothing else', () => {
    expect(writeCsv([['a', 'b,c', 'say "x"', 3, undefined]])).toBe('\uFEFFa,"b,c","say ""x""",3,\r\n')
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    "'=1",
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u200b=1',
    '\u202e\ufeff@x',
    ' =1',
  ])('puts an apostrophe before %j', (cell) => {
    expect(writeCsv([[cell]])).toContain(`'${cell}`)
  })

  it.each([
    ['x;=1+1', "x;'=1+1"],
    ['x; @y', "x;' @y"],
    ["x;'=1", "x;''=1"],
    ['x\n=HYPERLINK("y")', `x\n'=HYPERLINK(""y"")`],
    ['x;-cmd|y', "x;'-cmd|y"],
  ])('puts one before what a spreadsheet that parts cells by semicolons would run: %j', (cell, written) => {
    expect(writeCsv([[cell]])).toBe(`\uFEFF"${written}"\r\n`)
  })

  it('is as quick with what is a blank and a hidden letter at once, however often it stands behind a semicolon', () => {
    const cell = `;${'\uFEFF'.repeat(5_000)}x`
    expect(writeCsv([[cell]])).toBe(`\uFEFF"${cell}"\r\n`)
  })

  it('puts none before the lines of a list', () => {
    const list = 'First:\n- one\n- two; - three\n+ four'
    expect(writeCsv([[list]])).toBe(`\uFEFF"${list}"\r\n`)
  })

  it('leaves out control characters, which hide a formula and make a file unreadable', () => {
    expect(writeCsv([['\u0000=1+1', 'a\u0007b', '\u009f@x', 'two\nlines']])).toBe(
      `\uFEFF'=1+1,ab,'@x,"two\nlines"\r\n`,
    )
  })

  it('leaves numbers as they are', () => {
    expect(writeCsv([[-3.5]])).toBe('\uFEFF-3.5\r\n')
  })
})
