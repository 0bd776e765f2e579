import type { LongWord } from './long-word'

/** About as wide is a letter of the smallest size, board px. */
const LETTER_PX = 10
/** What a geo shape keeps free on both sides of its words. */
const PADDING_PX = 32
/** However short an arrow is, and as wide as a note is: measured. */
const LETTERS = { arrow: 6, note: 8 } as const
/** As much takes a browser two thirds of a second. */
const WORD_WORK = 250_000

type Fields = { readonly [key: string]: unknown }

/** About how many letters a line of the words in a shape has, before the canvas breaks words; at least one. */
export function lettersInLine(type: string, { w, scale, autoSize }: Fields): number {
  switch (type) {
    case 'arrow':
    case 'note':
      return LETTERS[type]
    case 'geo':
      return Math.max(1, (Number(w) / Number(scale) - PADDING_PX) / LETTER_PX)
    case 'text':
      return autoSize === true ? Infinity : Math.max(1, Number(w) / Number(scale) / LETTER_PX)
    default:
      return Infinity
  }
}

/** Says whether breaking these words over lines so short would halt every browser. */
export function isSlowToBreak(word: LongWord, letters: number): boolean {
  return word.work / letters > WORD_WORK
}
