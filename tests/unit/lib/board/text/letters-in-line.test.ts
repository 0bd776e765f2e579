import { describe, expect, it } from 'vitest'
import { checkRecord } from '@/lib/board/limits/record-limits'
import type { Json } from '@/lib/board/layout'
import { isSlowToBreak, lettersInLine } from '@/lib/board/text/letters-in-line'
import { LongWord } from '@/lib/board/text/long-word'
import { arrowRecord, geoRecord } from '@/tests/support/boards/board-builders'

function reasonOf(record: ReturnType<typeof geoRecord>, props: Record<string, Json>): string | null {
  const checked = checkRecord({
    ...record,
    props: { ...(record['props'] as Record<string, Json>), ...props },
  })
  return checked.ok ? null : checked.error
}

function words(amount: number, length: number): string {
  return `${'x'.repeat(length)} `.repeat(amount).trim()
}

function rich(text: string): Json {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

describe('breaking words over lines', () => {
  it('knows about how many letters a line has', () => {
    expect(lettersInLine('geo', { w: 132, scale: 1 })).toBe(10)
    expect(lettersInLine('geo', { w: 1, scale: 1 })).toBe(1)
    expect(lettersInLine('geo', { w: 1, scale: 0.01 })).toBe(6.8)
    expect(lettersInLine('text', { w: 50, scale: 1, autoSize: false })).toBe(5)
    expect(lettersInLine('text', { w: 50, scale: 1, autoSize: true })).toBe(Infinity)
    expect(lettersInLine('draw', {})).toBe(Infinity)
  })

  it('takes long addresses, and long texts of words, however narrow they stand', () => {
    const geo = geoRecord('shape:a')
    expect(reasonOf(geo, { richText: rich(words(1, 990)) })).toBeNull()
    expect(reasonOf(geo, { w: 200, richText: rich(words(10, 400)) })).toBeNull()
    expect(reasonOf(geo, { w: 1, richText: rich(words(1_600, 10)) })).toBeNull()
    expect(reasonOf(geo, { w: 1, richText: rich('漢'.repeat(3_900)) })).toBeNull()
    expect(reasonOf(arrowRecord('shape:a'), { text: words(1, 990) })).toBeNull()
  })

  it('refuses long words in lines so short that every browser would stand still for seconds', () => {
    const geo = geoRecord('shape:a')
    expect(reasonOf(geo, { w: 1, richText: rich(words(1, 900)) })).toBe('rich text holds too many long words')
    expect(reasonOf(geo, { richText: rich(words(18, 900)) })).toBe('rich text holds too many long words')
    expect(reasonOf(geo, { w: 1, richText: rich(words(50, 100)) })).toBe(
      'rich text holds too many long words',
    )
    expect(reasonOf(arrowRecord('shape:a'), { text: words(18, 900) })).toBe('arrow holds too many long words')
  })

  it('counts a word that goes on in the next piece as one, and the last one too', () => {
    const word = new LongWord()
    for (const piece of ['x'.repeat(300), 'x'.repeat(300)]) expect(word.isReadIn(piece)).toBe(false)
    expect(word.work).toBe(360_000)
    expect(isSlowToBreak(word, 1)).toBe(true)
    expect(isSlowToBreak(word, 2)).toBe(false)
    word.endWord()
    word.isReadIn('abc de')
    expect(word.work).toBe(360_013)
  })
})
