/** The canvas breaks a longer one over lines by measuring what is left of it again for every line. */
const WORD_CHARACTERS = 1_000
/** Scripts written without spaces break anywhere and are measured quickly, but not without end. */
const SPACELESS =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/
const SPACELESS_SHARE = 1 / 4

/** Reads text piece by piece; a word may go on in the next piece. */
export interface WordLength {
  /** How long the last word read has become. */
  length: number
}

/** Reads on and says whether a word is now too long for the canvas to lay out in good time. */
export function readsLongWord(text: string, word: WordLength): boolean {
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (letter === ' ' || letter === '\n' || letter === '\t') word.length = 0
    else word.length += letter > '\u0dff' && SPACELESS.test(letter) ? SPACELESS_SHARE : 1
    if (word.length > WORD_CHARACTERS) return true
  }
  return false
}
