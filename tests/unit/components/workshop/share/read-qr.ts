// Reads a clean QR code of version 5 (37 modules) at level M: two blocks of 43 data bytes, in byte mode. A camera
// would correct errors as well; a code made by a program has none.
const SIZE = 37
const BLOCKS = 2
const BLOCK_BYTES = 43
const ALIGNMENT = 30

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** The text of a code; throws where the code is of another kind. */
export function readQr(modules: readonly (readonly boolean[])[]): string {
  if (modules.length !== SIZE) throw new Error(`${modules.length} modules are not version 5`)
  const isDark = (x: number, y: number): boolean => modules[y]?.[x] ?? false
  // Five bits of format in row 8: the level, then the mask, under the mask 10101.
  const format = [0, 1, 2, 3, 4].reduce((bits, x) => (bits << 1) | Number(isDark(x, 8)), 0) ^ 0b10101
  if (format >> 3 !== 0) throw new Error('not of level M')
  const mask = MASKS[format & 7]
  const bits: boolean[] = []
  for (const [x, y] of zigzag()) if (!isFixed(x, y)) bits.push(isDark(x, y) !== (mask?.(x, y) ?? false))
  return toText(toDataBits(bits))
}

/** Every module in reading order: columns in pairs from the right, up and down in turn, past the timing column. */
function* zigzag(): Generator<[x: number, y: number]> {
  let isUpwards = true
  for (let right = SIZE - 1; right > 0; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < SIZE; step++) {
      const y = isUpwards ? SIZE - 1 - step : step
      yield [right, y]
      yield [right - 1, y]
    }
    isUpwards = !isUpwards
  }
}

function isFixed(x: number, y: number): boolean {
  const isCorner = (x < 9 && y < 9) || (x > SIZE - 9 && y < 9) || (x < 9 && y > SIZE - 9)
  return isCorner || x === 6 || y === 6 || (Math.abs(x - ALIGNMENT) <= 2 && Math.abs(y - ALIGNMENT) <= 2)
}

/** The blocks lie byte by byte in turn; put one after the other again, as bits. */
function toDataBits(bits: readonly boolean[]): string {
  const byte = (at: number): string =>
    bits
      .slice(at * 8, at * 8 + 8)
      .map(Number)
      .join('')
  return Array.from({ length: BLOCKS }, (_, block) =>
    Array.from({ length: BLOCK_BYTES }, (_, at) => byte(at * BLOCKS + block)).join(''),
  ).join('')
}

function toText(bits: string): string {
  if (!bits.startsWith('0100')) throw new Error('not in byte mode')
  const length = Number.parseInt(bits.slice(4, 12), 2)
  const bytes = Array.from({ length }, (_, at) => Number.parseInt(bits.slice(12 + at * 8, 20 + at * 8), 2))
  return new TextDecoder().decode(Uint8Array.from(bytes))
}
