const TAG = /<\/?[a-zA-Z][^<>]*>|<!--[^<]*?-->/g
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g
/** Spreadsheets write an apostrophe before text that they would otherwise take for a formula. */
const GUARDED = /^'+[=+\-@]/

/** Turns one cell into plain text on one line: tags taken out, blanks joined, nothing evaluated. */
export function cleanText(cell: string): string {
  const text = cell.replace(TAG, ' ').replace(UNSEEN, ' ').trim()
  return GUARDED.test(text) ? text.slice(1) : text
}
