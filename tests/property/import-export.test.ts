import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '@/lib/export/write-csv'
import { cleanText } from '@/lib/import/clean-text'
import { decodeText } from '@/lib/import/decode-text'
import { parseRows } from '@/lib/import/parse-rows'
import { LIMITS } from '@/lib/sync/limits'

const SEED = 31_337

/** Text as it is after one import: what a second import must keep. */
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.stringMatching(/^[=+\-@'"|;,<>\t a-c]{1,12}$/),
  )
  .map(stable)
  .filter((text) => text !== '' && text.length <= LIMITS.TITLE_CHARACTERS)

function stable(text: string): string {
  let last = text
  for (;;) {
    const next = cleanText(last)
    if (next === last) return next
    last = next
  }
}

describe('writing rows and reading them again', () => {
  it('keeps titles and keys', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(cell, cell), { selector: ([key]) => key, minLength: 1, maxLength: 12 }),
        (rows) => {
          const parsed = parseRows(writeCsv([['external_key', 'title'], ...rows]))
          expect(parsed.ok && parsed.value.rejected).toEqual([])
          expect(
            parsed.ok && parsed.value.drafts.map(({ externalKey, title }) => [externalKey, title]),
          ).toEqual(rows)
        },
      ),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('survives the way through bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const plain = text.replaceAll('\0', ' ').replace(/^\uFEFF/, '')
        const decoded = decodeText(new TextEncoder().encode(plain))
        expect(decoded.ok && decoded.value).toBe(plain)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})

describe('reading what anybody sends', () => {
  const mess = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(fc.constantFrom('title', 'key', '"', ',', ';', '\t', '\n', '\r\n', 'a', '<b>', '=', "'", ' '), {
        maxLength: 60,
      })
      .map((parts) => parts.join('')),
  )

  it('never throws, and every draft is fit for the board', () => {
    let drafts = 0
    fc.assert(
      fc.property(mess, (text) => {
        const parsed = parseRows(text)
        if (!parsed.ok) return
        drafts += parsed.value.drafts.length
        for (const { row, title } of parsed.value.drafts) {
          expect(row).toBeGreaterThan(0)
          expect(title.trim()).toBe(title)
          expect(title.length).toBeGreaterThan(0)
          expect(title.length).toBeLessThanOrEqual(LIMITS.TITLE_CHARACTERS)
        }
        for (const { row, reason } of parsed.value.rejected)
          expect([row > 0, reason.endsWith('.')]).toEqual([true, true])
      }),
      { seed: SEED, numRuns: 1000 },
    )
    expect(drafts).toBeGreaterThan(500)
  })

  it('reads any bytes as text or names one of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const decoded = decodeText(bytes)
        if (!decoded.ok) expect(decoded.error.byte).toBe(bytes[decoded.error.offsetBytes])
        else expect(decoded.value).not.toContain('\uFFFD')
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })
})
