import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { BoardDocument } from '@/lib/board/layout'
import { forgetPlaces } from '@/lib/board/text/forget-places'
import { isTextField } from '../screen/content-rules'
import type { Touched, TouchedSet } from '../touched'
import { cellOf, mapOf } from '../judge/cells'

/** What Yjs writes of an entry of a map beside its key and its value. */
const UNIT_BYTES = 12
/** What a list or an object takes of the memory for each byte it has on its way, where it has fewest. */
const OBJECT_BYTES = 32

/** What a part of the board takes in the document. */
export interface Size {
  readonly bytes: number
  /** Lists and objects within its values, which take more of the memory than their bytes say. */
  readonly objects: number
}

/** What an update is about to touch, as it stands before. */
export interface SizesBefore {
  readonly entries: ReadonlyMap<string, Size>
  /** How many characters the texts have that it types in. */
  readonly texts: ReadonlyMap<Y.Text, number>
  /** From which clock on each of its clients writes something new. */
  readonly clocks: ReadonlyMap<number, number>
  /** How many items of texts were passed to see what was typed. */
  passed: number
}

/** How many bytes a value takes in a document. */
export function bytesOf(value: unknown): number {
  if (value === undefined) return 0
  return encoding.encode((encoder) => encoding.writeAny(encoder, value as encoding.AnyEncodable)).length
}

/** Notes how large everything is that an update touches. To be called before it is applied. */
export function keepSizes(
  board: BoardDocument,
  touched: TouchedSet,
  clients: readonly number[],
): SizesBefore {
  const entries = new Map<string, Size>()
  const texts = new Map<Y.Text, number>()
  for (const entry of touched.values()) {
    entries.set(entry.key, sizeOf(board, entry))
    for (const text of textsOf(board, entry)) texts.set(text, text.length)
  }
  const clocks = new Map(clients.map((client) => [client, Y.getState(board.doc.store, client)]))
  return { entries, texts, clocks, passed: 0 }
}

/**
 * By how many bytes what an update touches has become larger; negative where it became smaller, by no more than it did.
 * Lists and objects count for the memory they take where there are more of them.
 */
export function grownBy(board: BoardDocument, entry: Touched, before: SizesBefore): number {
  const [was, is] = [before.entries.get(entry.key), sizeOf(board, entry)]
  const objects = Math.max(0, is.objects - (was?.objects ?? 0))
  return is.bytes - (was?.bytes ?? 0) + objects * OBJECT_BYTES + typedBy(board, entry, before)
}

/** By how many bytes the texts of an entry have become larger, those that came with it left out. */
export function typedBy(board: BoardDocument, entry: Touched, before: SizesBefore): number {
  let grown = 0
  for (const text of textsOf(board, entry)) {
    const typed = listTyped(text, before)
    const inserted = typed.reduce((sum, { length }) => sum + length, 0)
    const removed = (before.texts.get(text) ?? 0) + inserted - text.length
    grown += typed.reduce((sum, { str }) => sum + Buffer.byteLength(str), -removed)
  }
  return grown
}

/** Takes out of the texts of an entry what an update typed there; what it deleted stays deleted. */
export function takeBackTyped(board: BoardDocument, entry: Touched, before: SizesBefore): void {
  for (const text of textsOf(board, entry)) {
    forgetPlaces(text)
    for (const { at, length } of listTyped(text, before).reverse()) text.delete(at, length)
  }
}

interface Typed {
  readonly at: number
  readonly length: number
  readonly str: string
}

/** Until the end of a tick Yjs joins nothing: what an update brought are items of their own. */
function listTyped(text: Y.Text, before: SizesBefore): Typed[] {
  const typed: Typed[] = []
  let at = 0
  for (let item = text._start; item !== null; item = item.right) {
    before.passed++
    if (item.deleted) continue
    const isNew = item.id.clock >= (before.clocks.get(item.id.client) ?? Infinity)
    if (isNew && item.content instanceof Y.ContentString)
      typed.push({ at, length: item.length, str: item.content.str })
    at += item.length
  }
  return typed
}

function textsOf(board: BoardDocument, { root, id, created, texts }: Touched): Y.Text[] {
  const map = created || texts.size === 0 ? null : mapOf(board, root, id)
  return [...texts].flatMap((field) => {
    const text = map?.get(field)
    return text instanceof Y.Text ? [text] : []
  })
}

/** All of what comes or goes as a whole, else the units that are touched, without the texts people type in. */
function sizeOf(board: BoardDocument, entry: Touched): Size {
  let [bytes, objects] = [0, 0]
  const add = (key: string, value: unknown): void => {
    const plain = value instanceof Y.Text ? value.toJSON() : value
    bytes += UNIT_BYTES + Buffer.byteLength(key) + bytesOf(plain)
    objects += countObjects(plain)
  }
  if (entry.created || entry.removed) {
    for (const [key, value] of mapOf(board, entry.root, entry.id)?.entries() ?? []) add(key, value)
    return { bytes, objects }
  }
  for (const unit of entry.units.keys()) {
    const cell = isTextField(entry.root, unit) ? null : cellOf(board, entry, unit)
    if (cell?.map.has(cell.key)) add(cell.key, cell.map.get(cell.key))
  }
  return { bytes, objects }
}

function countObjects(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, inner) => sum + countObjects(inner), 1)
}
