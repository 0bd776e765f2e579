const SMALL_BYTES = 16 * 1024
/** The reader of tables looks at about as many blanks in a millisecond, in each of its few tries. */
const MOST_LOOKS = 1_000_000
const QUOTE = 0x22
const BLANK = 0x20
const ASCII_END = 0x7f

/**
 * Says whether a list is read in a few milliseconds, whatever it holds. A small one can take seconds: for each quotation
 * mark the reader looks through all blanks before the next separator. What is no letter of plain English counts as a
 * blank here, for some of it is.
 */
export function isQuickToRead(bytes: Uint8Array): boolean {
  if (bytes.length > SMALL_BYTES) return false
  let [quotes, run, longest] = [0, 0, 0]
  for (const byte of bytes) {
    if (byte === QUOTE) quotes++
    run = byte <= BLANK || byte > ASCII_END ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return quotes * longest <= MOST_LOOKS
}
