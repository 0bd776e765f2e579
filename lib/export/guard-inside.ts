/**
 * What a formula looks like behind a semicolon or a line end. A dash or plus is one only where it calls something: lists
 * begin their lines so.
 */
const FORMULA = String.raw`(?:(?![\r\n])['\p{Cf}\s])*(?:[=@＝＠]|[+\-＋－][^;\r\n]*[(|!])`
const UNGUARDED = new RegExp(`([;\r\n])(?=${FORMULA})`, 'gu')
const GUARDED = new RegExp(`([;\r\n])'(?=${FORMULA})`, 'gu')

/**
 * Puts an apostrophe before what a spreadsheet would run inside a text: in much of the world it parts cells by
 * semicolons, and then neither commas nor the quotes behind them keep a cell of ours together.
 */
export function guardInside(text: string): string {
  return text.replace(UNGUARDED, "$1'")
}

/** Takes these apostrophes away again. */
export function unguardInside(text: string): string {
  return text.replace(GUARDED, '$1')
}
