// The first form in which Yjs writes updates, as far as a server reads it without building anything.
import * as decoding from 'lib0/decoding'

/** Strings and bytes on the wire begin with their length. */
const skipBytes = (decoder: decoding.Decoder): void => skip(decoder, decoding.readVarUint(decoder))
const skipNumber = (decoder: decoding.Decoder): void => void decoding.readVarUint(decoder)

/** Counts the lists and objects that were read past. */
export class HeldCounter extends decoding.Decoder {
  held = 0
}

const CONTENT_BITS = 0b1_1111
const HAS_KEY = 0b0010_0000
const HAS_RIGHT = 0b0100_0000
const HAS_LEFT = 0b1000_0000
/** What stands in place of a struct that nothing is left of. */
export const COLLECTED = 0
const SKIPPED = 10

/** Reads past one struct without building it. Throws where there is none. */
export function skipStruct(decoder: decoding.Decoder): void {
  const info = decoding.readUint8(decoder)
  const content = info & CONTENT_BITS
  if (content === COLLECTED || content === SKIPPED) return skipNumber(decoder)
  if (info & HAS_LEFT) skipNumbers(decoder, 2)
  if (info & HAS_RIGHT) skipNumbers(decoder, 2)
  if (!(info & (HAS_LEFT | HAS_RIGHT))) {
    const isInRoot = decoding.readVarUint(decoder) === 1
    if (isInRoot) skipBytes(decoder)
    else skipNumbers(decoder, 2)
    if (info & HAS_KEY) skipBytes(decoder)
  }
  const skipContent = CONTENTS[content]
  if (!skipContent) throw new RangeError('no such content')
  skipContent(decoder)
}

/** By the number with which Yjs writes each kind of content. */
const CONTENTS: Readonly<Record<number, (decoder: decoding.Decoder) => void>> = {
  1: skipNumber,
  2: (decoder) => skipList(decoder, skipBytes),
  3: skipBytes,
  4: skipBytes,
  5: skipBytes,
  6(decoder) {
    skipBytes(decoder)
    skipBytes(decoder)
  },
  7(decoder) {
    const hasName = NAMED_TYPES.has(decoding.readVarUint(decoder))
    if (hasName) skipBytes(decoder)
  },
  8: (decoder) => skipList(decoder, skipAny),
  9(decoder) {
    skipBytes(decoder)
    skipAny(decoder)
  },
}
/** XML elements and hooks. */
const NAMED_TYPES: ReadonlySet<number> = new Set([3, 5])

const LIST = 117
const OBJECT = 118

/** Calls nothing for what lies within: it may be nested deeper than any stack. */
function skipAny(decoder: decoding.Decoder): void {
  // How many values are still to come: in lists, the innermost last, and below zero in objects.
  const left = [1]
  for (let inner = left.pop(); inner !== undefined; inner = left.pop()) {
    if (inner === 0) continue
    if (inner < 0) skipBytes(decoder)
    const rest = inner - Math.sign(inner)
    if (rest !== 0) left.push(rest)
    const kind = decoding.readUint8(decoder)
    if (decoder instanceof HeldCounter && (kind === LIST || kind === OBJECT)) decoder.held++
    if (kind === LIST) left.push(decoding.readVarUint(decoder))
    else if (kind === OBJECT) left.push(-decoding.readVarUint(decoder))
    else skipPlain(decoder, kind)
  }
}

function skipPlain(decoder: decoding.Decoder, kind: number): void {
  const skipValue = PLAIN_VALUES[kind]
  if (!skipValue) throw new RangeError('no such value')
  skipValue(decoder)
}

const skipNothing = (): void => undefined

/** By the number with which lib0 writes each kind of value that holds no others. */
const PLAIN_VALUES: Readonly<Record<number, (decoder: decoding.Decoder) => void>> = {
  116: skipBytes,
  119: skipBytes,
  120: skipNothing,
  121: skipNothing,
  122: (decoder) => skip(decoder, 8),
  123: (decoder) => skip(decoder, 8),
  124: (decoder) => skip(decoder, 4),
  // Signed, in as many bytes as its continuation bits say.
  125: (decoder) => {
    while (decoding.readUint8(decoder) >= 128);
  },
  126: skipNothing,
  127: skipNothing,
}

function skipList(decoder: decoding.Decoder, skipOne: (decoder: decoding.Decoder) => void): void {
  for (let left = decoding.readVarUint(decoder); left > 0; left--) skipOne(decoder)
}

/** Reads past this many numbers. */
export function skipNumbers(decoder: decoding.Decoder, count: number): void {
  for (let at = 0; at < count; at++) skipNumber(decoder)
}

function skip(decoder: decoding.Decoder, bytes: number): void {
  if (decoder.pos + bytes > decoder.arr.length) throw new RangeError('cut off')
  decoder.pos += bytes
}
