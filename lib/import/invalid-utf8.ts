/** The offset of the first byte that is not valid UTF-8, or -1. Overlong forms and surrogates are not valid. */
export function firstInvalidUtf8(bytes: Uint8Array, start = 0): number {
  let at = start
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length === 0) return at
    at += length
  }
  return -1
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lengthOfLead(lead)
  const [least, most] = rangeAfter(lead)
  const second = bytes[at + 1] ?? 0
  const rest = bytes.subarray(at + 2, at + length)
  const isWhole = second >= least && second <= most && rest.length === Math.max(length - 2, 0)
  return isWhole && rest.every((byte) => byte >= 0x80 && byte <= 0xbf) ? length : 0
}

function lengthOfLead(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

/** What the second byte may be: the narrower ranges shut out overlong forms, surrogates and numbers past Unicode. */
function rangeAfter(lead: number): [least: number, most: number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  if (lead === 0xf4) return [0x80, 0x8f]
  return [0x80, 0xbf]
}
