import { expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { parseRows } from '@/lib/import/parse-rows'
import { utf8Length } from '@/lib/text/utf8-length'

it('counts the bytes of a text in UTF-8, whatever its letters take', () => {
  for (const text of ['', 'plain', 'Grüße', '語彙', '🎯 target'])
    expect(utf8Length(text)).toBe(Buffer.byteLength(text))
})

it('holds a list of rows to its limit in bytes, as files are held to it', () => {
  const rows = `title\n${'語'.repeat(LIMITS.IMPORT_BYTES / 2)}`
  expect(parseRows(rows)).toEqual({ ok: false, error: expect.stringContaining('larger than 5 MB') as string })
})
