/** The canvas breaks a longer one over lines by measuring what is left of it again for every line. */
const WORD_CHARACTERS = 1_000
/** Scripts written without spaces break anywhere and are measured quickly, but not without end. */
const SPACELESS =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/
const SPACELESS_SHARE = 1 / 4

/** Looks for long words in a text that is read piece by piece; a word may go on in the next piece. */
export class LongWord {
  #length = 0
  #unbroken = 0
  #squares = 0

  /**
   * What breaking all words that were read takes where each letter has a line of its own: what is left of a word is
   * measured for every line, so it is the sum of their lengths squared. Where a line holds ten letters, it takes a tenth.
   */
  get work(): number {
    return this.#squares + this.#unbroken ** 2
  }

  /** Ends the word that was read last. */
  endWord(): void {
    this.#squares = this.work
    this.#unbroken = 0
    this.#length = 0
  }

  /** Reads on and says whether a word is now too long for the canvas to lay out in good time. */
  isReadIn(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      const letter = text[at] ?? ''
      if (letter === ' ' || letter === '\n' || letter === '\t') this.endWord()
      else if (letter > '\u0dff' && SPACELESS.test(letter)) this.#length += SPACELESS_SHARE
      else {
        this.#length++
        this.#unbroken++
      }
      if (this.#length > WORD_CHARACTERS) return true
    }
    return false
  }
}
