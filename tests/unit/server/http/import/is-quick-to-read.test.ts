import { expect, it } from 'vitest'
import { isQuickToRead } from '@/server/http/import/is-quick-to-read'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

it('takes an honest small list for quick, quoted and in any language', () => {
  const row = '"Say ""hello"" to all","Ein längerer Satz,  mit Umlauten","日本語の題名"\n'
  expect(isQuickToRead(bytesOf(`title,summary,owner\n${row.repeat(100)}`))).toBe(true)
  expect(isQuickToRead(bytesOf(''))).toBe(true)
})

it('takes a large list for slow, whatever it holds', () => {
  expect(isQuickToRead(bytesOf('a'.repeat(16 * 1024)))).toBe(true)
  expect(isQuickToRead(bytesOf('a'.repeat(16 * 1024 + 1)))).toBe(false)
})

it.each([
  ['blanks', ' '],
  ['tabs', '\t'],
  ['empty lines', '\n'],
  ['blanks that are none in ASCII', '\u00a0'],
  ['blanks of three bytes', '\u3000'],
])(
  'takes many quotation marks before many %s for slow: the reader looks through all for each',
  (_what, blank) => {
    const blanks = blank.repeat(7_000 / new TextEncoder().encode(blank).length)
    expect(isQuickToRead(bytesOf(`"${'"x'.repeat(3_500)}${blanks}\n,;|`))).toBe(false)
  },
)
