import * as Y from 'yjs'
import { runAtOnce } from '@/lib/run-at-once'

// What values take in the memory of Node, measured on boards of nothing else: little on their way may be much here. An
// object without fields has two bytes there.
const SLOT_BYTES = 8
const OBJECT_BYTES = 56
const FIELDS_OF_OBJECT = 4
const LIST_BYTES = 32
/** A list that is read value by value is made with room for so many. */
const SLOTS_OF_LIST = 17
const NUMBER_BYTES = 12
const TEXT_BYTES = 16
const BYTES_OF_CHARACTER = 2
/** So many take a few milliseconds. */
const STRUCTS_OF_PIECE = 2_000

/** About how many bytes of memory what a document holds takes, without the structs it is held in. */
export function weighContent(doc: Y.Doc): number {
  return runAtOnce(weighInPieces(doc))
}

/** The same for a document that may be large; yields after each piece. */
export function* weighInPieces(doc: Y.Doc): Generator<void, number> {
  let [bytes, parts] = [0, 0]
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (struct instanceof Y.Item) bytes += weighItem(struct.content)
      if (++parts % STRUCTS_OF_PIECE === 0) yield
    }
  }
  return bytes
}

function weighItem(content: Y.Item['content']): number {
  if (content instanceof Y.ContentAny) return weigh(content.arr)
  if (content instanceof Y.ContentString) return content.str.length * BYTES_OF_CHARACTER
  return 0
}

function weigh(value: unknown): number {
  if (typeof value === 'number') return Number.isInteger(value) ? 0 : NUMBER_BYTES
  if (typeof value === 'string') return TEXT_BYTES + value.length * BYTES_OF_CHARACTER
  if (typeof value !== 'object' || value === null) return 0
  return Array.isArray(value) ? weighList(value) : weighFields(value)
}

function weighList(list: readonly unknown[]): number {
  const slots = list.length === 0 ? 0 : Math.max(SLOTS_OF_LIST, list.length)
  return list.reduce((sum: number, inner) => sum + weigh(inner), LIST_BYTES + slots * SLOT_BYTES)
}

function weighFields(fields: object): number {
  const values: unknown[] = Object.values(fields)
  const more = Math.max(0, values.length - FIELDS_OF_OBJECT) * SLOT_BYTES
  return values.reduce((sum: number, inner) => sum + weigh(inner), OBJECT_BYTES + more)
}
