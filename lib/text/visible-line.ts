/** Control characters, halves of letters, and marks without a width, such as those that turn what follows around. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d\u{e0020}-\u{e007f}])\p{Cf}/gu
/** Marks that turn or shut off what follows them, which goes beyond the end of the name they stand in. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu
const SPOILS_LINES = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
/** More marks on one letter than any script has cover the lines around it. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu
/** What shows nothing by itself; some letters are blank. */
const BLANK = /[\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu

/** Turns what somebody calls a person or a board into one line without unseen characters. */
export function toLine(text: string): string {
  return text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').replace(PILED_MARKS, '$1').trim()
}

/** Takes out of a text what would turn around the sentence that it is said in. */
export function withoutTurns(text: string): string {
  return text.replace(TURNING, '')
}

/** Says whether a text can stand in a line without harm to what stands beside it. */
export function keepsToItself(text: string): boolean {
  return !SPOILS_LINES.test(text)
}

/** Says whether anything of a text can be seen. */
export function isVisible(text: string): boolean {
  return text.replace(BLANK, '') !== ''
}
