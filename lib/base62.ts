/** Digits in the order in which texts are compared. */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** How many digits there are. */
export const RADIX = DIGITS.length

/** The last so many digits of a whole number, padded with zeros. */
export function toDigits(value: number, length: number): string {
  let text = ''
  for (let left = value; text.length < length; left = Math.floor(left / RADIX)) {
    text = (DIGITS[left % RADIX] ?? '0') + text
  }
  return text
}

/** The number that digits write; what is no digit counts as zero. */
export function fromDigits(text: string): number {
  let value = 0
  for (const digit of text) value = value * RADIX + Math.max(0, DIGITS.indexOf(digit))
  return value
}
