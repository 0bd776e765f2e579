import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLinkAddress } from '@/lib/board/initiatives/addresses'
import type { BoardDocument } from '@/lib/board/layout'
import { importInitiatives } from '@/lib/board/operations/import'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { isTag, joinTags, splitTags } from '@/lib/board/initiatives/tags'
import { writeBoardCsv } from '@/lib/export/board-csv'
import { writeCsv } from '@/lib/export/write-csv'
import { cleanText, withoutTags } from '@/lib/import/clean-text'
import { decodeText } from '@/lib/import/decode-text'
import { parseRows } from '@/lib/import/parse-rows'
import { LIMITS } from '@/lib/sync/limits'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const SEED = 31_337
const NOTHING = { added: 0, updated: 0, unchanged: 0, skipped: 0 }

const anything = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.stringMatching(/^[=+\-@'"|;,<>\t a-c]{1,12}$/),
)
/** Text as it is after one import, of a list of ours: what a second import must keep. What looks like a tag is kept. */
const cell = cellsReadBy(cleanText)
/** The same of anybody's list. */
const foreignCell = cellsReadBy((text) => cleanText(withoutTags(text)))

function cellsReadBy(read: (text: string) => string): fc.Arbitrary<string> {
  return anything
    .map((text) => stable(text, read))
    .filter((text) => text !== '' && text.length <= LIMITS.TITLE_CHARACTERS)
}

function stable(text: string, read: (text: string) => string): string {
  let last = text
  for (;;) {
    const next = read(last)
    if (next === last) return next
    last = next
  }
}

describe('writing rows and reading them again', () => {
  it('keeps titles and keys', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(foreignCell, foreignCell), {
          selector: ([key]) => key,
          minLength: 1,
          maxLength: 12,
        }),
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

describe('a board written as CSV and read again', () => {
  const word = fc.stringMatching(/^[\p{L}\p{N}=+@'"<> -]{1,16}$/u).map((text) => stable(text, cleanText))
  const lines = fc
    .array(word, { maxLength: 4 })
    .map((texts) => texts.filter((text) => text !== '').join('\n'))
  const draft = fc.record(
    {
      id: fc.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      externalKey: cell,
      title: cell,
      summary: lines,
      team: cell,
      effort: fc.integer({ min: 0, max: 1_000 }),
      tags: fc.array(word.filter(isTag), { maxLength: 4 }).map((tags) => splitTags(joinTags(tags))),
      links: fc.uniqueArray(fc.webUrl().filter(isLinkAddress), { maxLength: 3 }),
    },
    { requiredKeys: ['id', 'title'] },
  )
  const portfolio = fc
    .uniqueArray(draft, { selector: ({ id }) => id, minLength: 1, maxLength: 8 })
    .map((drafts) => drafts.filter(({ externalKey }, at) => isFirst(drafts, externalKey, at)))

  function isFirst(
    drafts: readonly { externalKey?: string }[],
    key: string | undefined,
    at: number,
  ): boolean {
    return key === undefined || drafts.findIndex(({ externalKey }) => externalKey === key) === at
  }

  function bringIn(board: BoardDocument, csv: string): ReturnType<typeof importInitiatives> {
    const parsed = parseRows(csv)
    if (!parsed.ok) throw new Error(parsed.error)
    expect(parsed.value.rejected).toEqual([])
    const rows = parsed.value.drafts.map(({ row: _, ...rest }) => rest)
    return importInitiatives(board, authorOf('bo'), { rows, createId: () => initiativeId('never') })
  }

  it('keeps ids, keys and every field, on the same board and on another one', () => {
    fc.assert(
      fc.property(portfolio, (drafts) => {
        const board = seededBoard()
        addInitiatives(
          board,
          authorOf('ada'),
          drafts.map((one) => ({ ...one, id: initiativeId(one.id) })),
        )
        const csv = writeBoardCsv(board)
        expect(bringIn(board, csv)).toEqual({ step: [], ...NOTHING, unchanged: drafts.length })
        const other = seededBoard(2)
        expect(bringIn(other, csv)).toMatchObject({ added: drafts.length, updated: 0 })
        expect(writeBoardCsv(other)).toBe(csv)
      }),
      { seed: SEED, numRuns: 300 },
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
