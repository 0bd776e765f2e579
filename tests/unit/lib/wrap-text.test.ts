import { describe, expect, it } from 'vitest'
import { ellipsize, wrapText } from '@/lib/wrap-text'

const measure = (text: string): number => Array.from(text).length * 10

describe('wrapText', () => {
  it('breaks between words where the next one does not fit', () => {
    expect(wrapText('one two three', { widthPx: 70, lines: 3 }, measure)).toEqual(['one two', 'three'])
  })

  it('ends in an ellipsis where the lines are used up', () => {
    expect(wrapText('one two three four', { widthPx: 70, lines: 2 }, measure)).toEqual(['one two', 'three…'])
  })

  it('breaks a word that is wider than a line', () => {
    expect(wrapText('Verordnung', { widthPx: 50, lines: 3 }, measure)).toEqual(['Veror', 'dnung'])
  })

  it('gives no line for a text without words', () => {
    expect(wrapText('  \n ', { widthPx: 50, lines: 2 }, measure)).toEqual([])
  })

  it('never splits a character made of two code units', () => {
    const lines = wrapText('😀😀😀', { widthPx: 20, lines: 1 }, measure)
    expect(lines).toEqual(['😀…'])
  })
})

describe('ellipsize', () => {
  it('leaves a text that fits as it is', () => {
    expect(ellipsize('short', 50, measure)).toBe('short')
  })

  it('cuts a text that is too wide and leaves no space before the ellipsis', () => {
    expect(ellipsize('two words', 50, measure)).toBe('two…')
  })
})
