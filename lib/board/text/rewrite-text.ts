import * as Y from 'yjs'
import type { BoardDocument, EntityRoot } from '../layout'
import type { StepChange } from '../step'
import { forgetPlaces } from './forget-places'

/** Where a text lies. */
export interface TextAddress {
  readonly root: EntityRoot
  readonly id: string
  readonly field: string
}

/**
 * Makes a text read as given, touching only the part that differs, so that carets and concurrent typing elsewhere in
 * it survive. Null where nothing differs or there is no such text. Call it inside a transaction.
 */
export function rewriteText(board: BoardDocument, at: TextAddress, after: string): StepChange | null {
  const text = textAt(board, at)
  const before = text?.toJSON() ?? ''
  if (!text || before === after) return null
  const { at: start, remove, insert } = findSplice(before, after)
  forgetPlaces(text)
  text.delete(start, remove)
  text.insert(start, insert)
  return { kind: 'rewrite', root: at.root, id: at.id, field: at.field, before, after }
}

/** The one replacement, in UTF-16 units, that turns a text into another. */
export function findSplice(before: string, after: string): { at: number; remove: number; insert: string } {
  const at = sharedStart(before, after)
  const end = sharedEnd(before.slice(at), after.slice(at))
  return { at, remove: before.length - at - end, insert: after.slice(at, after.length - end) }
}

/** The text at an address; null where there is none. */
export function textAt(board: BoardDocument, { root, id, field }: TextAddress): Y.Text | null {
  const text = board[root].get(id)?.get(field)
  return text instanceof Y.Text ? text : null
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length++
  return isHighSurrogate(one, length - 1) ? Math.max(length - 1, 0) : length
}

function sharedEnd(one: string, other: string): number {
  let length = 0
  const most = Math.min(one.length, other.length)
  while (length < most && one[one.length - 1 - length] === other[other.length - 1 - length]) length++
  return isHighSurrogate(one, one.length - length - 1) ? Math.max(length - 1, 0) : length
}

/** A pair of surrogates must not be cut in two: each half alone would be stored as a broken letter. */
function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}
