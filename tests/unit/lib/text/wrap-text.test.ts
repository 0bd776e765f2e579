import { describe, expect, it } from 'vitest'
import { ellipsize, fitClauses, fitsUnbroken, wrapText } from '@/lib/text/wrap-text'

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

  it('breaks a word with a hyphen where that is asked for, and leaves no letter alone', () => {
    const wrap = (text: string, widthPx: number): string[] =>
      wrapText(text, { widthPx, lines: 4, hyphens: true }, measure)
    expect(wrap('Accessibility', 120)).toEqual(['Accessibil-', 'ity'])
    expect(wrap('Verordnung und Recht', 60)).toEqual(['Veror-', 'dnung', 'und', 'Recht'])
    expect(wrap('Accessibility', 30)).toEqual(['Acc', 'ess', 'ibi', 'li…'])
  })

  it('breaks a long word made of several where one of them ends', () => {
    const wrap = (text: string, widthPx: number): string[] => wrapText(text, { widthPx, lines: 4 }, measure)
    expect(wrap('Kubernetes VolumeAttributesClass and', 170)).toEqual([
      'Kubernetes Volume',
      'AttributesClass',
      'and',
    ])
    expect(wrap('from kubernetes-mixin', 160)).toEqual(['from kubernetes-', 'mixin'])
    expect(wrap('a MemoryQoS', 100), 'a shorter one goes to the next line whole').toEqual(['a', 'MemoryQoS'])
    expect(wrapText('VolumeAttributesClass', { widthPx: 100, lines: 1 }, measure)).toEqual(['VolumeAtt…'])
  })

  it('gives no line for a text without words', () => {
    expect(wrapText('  \n ', { widthPx: 50, lines: 2 }, measure)).toEqual([])
  })

  it('never splits a character made of two code units', () => {
    const lines = wrapText('😀😀😀', { widthPx: 20, lines: 1 }, measure)
    expect(lines).toEqual(['😀…'])
  })
})

describe('fitClauses', () => {
  it('leaves a sentence that fits as it is', () => {
    expect(fitClauses('One, two; six.', 140, measure)).toBe('One, two; six.')
  })

  it('leaves out as many clauses from the end as it has to', () => {
    expect(fitClauses('One, two; six.', 130, measure)).toBe('One, two.')
    expect(fitClauses('One, two; six.', 70, measure)).toBe('One.')
  })

  it('cuts at the letter where not even the first clause fits', () => {
    expect(fitClauses('One, two; six.', 20, measure)).toBe('O…')
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

describe('fitsUnbroken', () => {
  it('says whether every word stands whole in a line', () => {
    expect(fitsUnbroken('one three', 50, measure)).toBe(true)
    expect(fitsUnbroken('one twelve', 50, measure)).toBe(false)
  })
})
