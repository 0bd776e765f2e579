import { err, ok, type Result } from '../result'
import { firstInvalidUtf8 } from './invalid-utf8'
import { decode1252, firstInvalid1252 } from './windows-1252'

/** The byte that shows a file to be no text we know, and where it stands (from 0). */
export interface UnreadableByte {
  readonly offsetBytes: number
  readonly byte: number
  readonly sentence: string
}

interface Unreadable {
  readonly ok: false
  readonly error: UnreadableByte
}

/** Looking this far is enough to tell UTF-16 without a mark from text, and text from anything else. */
const LOOK_BYTES = 4096

/** What the workbooks of today and of twenty years ago begin with: they are zip and OLE files. */
const ZIP_MARK = [0x50, 0x4b, 0x03, 0x04]
const OLE_MARK = [0xd0, 0xcf, 0x11, 0xe0]
/** A zip names its files in the open; those of a workbook lie here. */
const WORKBOOK_FOLDER = new TextEncoder().encode('xl/worksheets/')
const IS_WORKBOOK = 'This is an Excel workbook. Save it as CSV, or copy its cells and paste them here.'
const IS_NO_TEXT = 'This file is not text. Save the sheet as CSV, or copy its cells and paste them here.'

/**
 * Reads a file as text: UTF-8 or UTF-16 (either order) with or without a byte order mark, else Windows-1252. The mark
 * is not part of the answer. Where it is none of these, the answer names the first byte that says so.
 */
export function decodeText(bytes: Uint8Array): Result<string, UnreadableByte> {
  if (startsWith(bytes, OLE_MARK)) return unreadable(bytes, 0, IS_WORKBOOK)
  if (startsWith(bytes, ZIP_MARK)) {
    return unreadable(bytes, 0, contains(bytes, WORKBOOK_FOLDER) ? IS_WORKBOOK : IS_NO_TEXT)
  }
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes, 3)
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 2, 'utf-16le')
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 2, 'utf-16be')
  const order = guessUtf16(bytes)
  if (order) return decodeUtf16(bytes, 0, order)
  return firstInvalidUtf8(bytes) === -1 ? decodeUtf8(bytes, 0) : read1252(bytes)
}

function decodeUtf8(bytes: Uint8Array, start: number): Result<string, UnreadableByte> {
  const invalid = firstInvalidUtf8(bytes, start)
  const bad = invalid === -1 ? bytes.indexOf(0, start) : invalid
  return bad === -1 ? ok(decode(bytes.subarray(start), 'utf-8')) : invalidIn(bytes, bad, 'UTF-8')
}

function read1252(bytes: Uint8Array): Result<string, UnreadableByte> {
  const bad = firstInvalid1252(bytes)
  return bad === -1 ? ok(decode1252(bytes)) : invalidIn(bytes, bad, 'UTF-8 or Windows-1252')
}

function decodeUtf16(
  bytes: Uint8Array,
  start: number,
  order: 'utf-16le' | 'utf-16be',
): Result<string, UnreadableByte> {
  const odd = (bytes.length - start) % 2 === 1
  const bad = firstInvalidUtf16(bytes, start, order === 'utf-16le')
  if (bad !== -1) return invalidIn(bytes, bad, 'UTF-16')
  return odd ? invalidIn(bytes, bytes.length - 1, 'UTF-16') : ok(decode(bytes.subarray(start), order))
}

/** A half of a surrogate pair without the other, or a NUL: neither stands in a text. */
function firstInvalidUtf16(bytes: Uint8Array, start: number, littleEndian: boolean): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let awaitsLow = -1
  for (let at = start; at + 1 < bytes.length; at += 2) {
    const unit = view.getUint16(at, littleEndian)
    const isLow = unit >= 0xdc00 && unit <= 0xdfff
    if (isLow !== awaitsLow >= 0) return awaitsLow >= 0 ? awaitsLow : at
    if (unit === 0) return at
    awaitsLow = unit >= 0xd800 && unit <= 0xdbff ? at : -1
  }
  return awaitsLow
}

/** Text without a mark is UTF-16 when nearly every second byte is zero, as in all Latin scripts. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const look = bytes.subarray(0, LOOK_BYTES - (LOOK_BYTES % 2))
  const zeros = [0, 0]
  look.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const many = look.length / 4
  if (odd > many && even === 0) return 'utf-16le'
  return even > many && odd === 0 ? 'utf-16be' : null
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}

function contains(bytes: Uint8Array, part: Uint8Array): boolean {
  const [first = 0] = part
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (part.every((byte, behind) => bytes[at + behind] === byte)) return true
  }
  return false
}

/** Half of the bytes of UTF-16 may be zero; elsewhere an early one says more than the byte that is not valid. */
function invalidIn(bytes: Uint8Array, at: number, encoding: string): Unreadable {
  if (encoding !== 'UTF-16' && bytes.subarray(0, LOOK_BYTES).includes(0))
    return unreadable(bytes, at, IS_NO_TEXT)
  const shown = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
  return unreadable(
    bytes,
    at,
    `Byte ${at} (${shown}) is not valid in ${encoding}. Save the file as CSV in UTF-8 and try again.`,
  )
}

function unreadable(bytes: Uint8Array, at: number, sentence: string): Unreadable {
  return err({ offsetBytes: at, byte: bytes[at] ?? 0, sentence })
}
