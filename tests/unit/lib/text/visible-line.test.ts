import { describe, expect, it } from 'vitest'
import { isVisible, keepsToItself, toLine, withoutTurns } from '@/lib/text/visible-line'

describe('a line that people are called by', () => {
  it.each([
    ['Fay', 'Fay'],
    ['  two \n lines\t', 'two lines'],
    ['turned \u202Eaway', 'turned away'],
    ['\u2066shut\u2069 in', 'shut in'],
    ['wi\u200Bdth', 'wi dth'],
    ['a\u0000b', 'a b'],
    ['half \uD83D', 'half'],
  ])('keeps of %j only what is seen', (given, line) => {
    expect(toLine(given)).toBe(line)
  })

  it.each([
    'می‌خواهم',
    '👩‍💻 and ❤️',
    'Nguyễn',
    'हिन्दी',
    'e\u0301',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ])('leaves %s as it is', (text) => {
    expect(toLine(text)).toBe(text)
    expect(isVisible(text)).toBe(true)
  })

  it('turns nothing around of the sentence it is said in', () => {
    expect(withoutTurns('ta\u202Egreb \u2067x')).toBe('tagreb x')
    for (const text of ['a\u202Eb', 'a\u2068b', 'a\u0000b', 'a\nb'])
      expect(keepsToItself(text), text).toBe(false)
    for (const text of ['שלום\u200F!', 'می‌خواهم', '👩‍💻']) expect(keepsToItself(text), text).toBe(true)
  })

  it('piles no more marks on a letter than a script has', () => {
    expect(toLine(`Z${'\u0351'.repeat(50)}a`)).toBe(`Z${'\u0351'.repeat(4)}a`)
  })

  it.each(['', ' ', '\u3164', '\u2800\u2800', '\u115F', '\u200D', '\uFE0F', '\u0300\u0301'])(
    'finds nothing to see in %j',
    (text) => {
      expect(isVisible(text)).toBe(false)
    },
  )
})
