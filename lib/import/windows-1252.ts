// TextDecoder cannot be asked: Node 20 reads `windows-1252` as Latin-1, so that a euro sign becomes a control character.

/** The characters of the bytes 0x80 to 0x9F; a blank stands where Windows-1252 has none. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'
const HIGH_START = 0x80
const HIGH_END = HIGH_START + HIGH.length

/** The offset of the first byte to which Windows-1252 gives no character of text, or -1. */
export function firstInvalid1252(bytes: Uint8Array): number {
  return bytes.findIndex((byte) => byte === 0 || (isHigh(byte) && HIGH[byte - HIGH_START] === ' '))
}

/** Reads Windows-1252. */
export function decode1252(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += isHigh(byte) ? HIGH.charAt(byte - HIGH_START) : String.fromCharCode(byte)
  return text
}

function isHigh(byte: number): boolean {
  return byte >= HIGH_START && byte < HIGH_END
}
