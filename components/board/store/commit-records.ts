import type { TLStore } from '@tldraw/tlschema'
import { orRemoved } from '@/lib/board/changes/current-unit'
import { isFields } from '@/lib/board/is-fields'
import type { BoardDocument, BoardRecord, Json } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { readRecord } from '@/lib/board/read'
import { PAGE_ID } from '@/lib/board/seed'
import type { Author, Step } from '@/lib/board/step'
import { applyUnits, toUnits } from '@/lib/board/units'
import type { RandomBytes } from '@/lib/ids'
import { LOWEST_FREE_INDEX, backIndex, jitteredAbove } from './derived-index'
import { toBoardRecord, type GestureChanges } from './gesture-changes'

/** The index tldraw gives the first shape of a page, for everybody the same. */
const FIRST_INDEX = 'a1'
/** Well under the largest update the server takes. */
const CHUNK_CHARACTERS = 400_000

interface RecordCommit {
  readonly board: BoardDocument
  readonly store: TLStore
  readonly author: Author
  readonly random: RandomBytes
  readonly changes: GestureChanges
  /** Cards that took another id; what is bound to them follows. */
  readonly renamed: ReadonlyMap<string, string>
}

interface Committed {
  readonly step: Step
  /** Records the board cannot hold: put back, and told. */
  readonly refused: readonly string[]
}

/** Writes what was done to free records: creations whole, changes unit by unit, deletions where there is something. */
export function commitRecords(commit: RecordCommit, ids: readonly string[]): Committed {
  const { board, author, changes } = commit
  const created = prepare(
    commit,
    ids.filter((id) => changes.created.has(id)),
    toCreated,
  )
  const changed = prepare(
    commit,
    ids.filter((id) => changes.touched.has(id)),
    toChanged,
  )
  const removed = ids.filter((id) => changes.removed.has(id))
  const steps: Step[] = chunksOf(created.records).map((chunk) => createRecords(board, author, chunk))
  steps.push(
    updateRecords(
      board,
      author,
      changed.records.flatMap((after) => withBefore(board, after)),
    ),
  )
  steps.push(deleteRecords(board, author, removed))
  return { step: steps.flat(), refused: [...created.refused, ...changed.refused] }
}

function prepare(
  commit: RecordCommit,
  ids: readonly string[],
  read: (commit: RecordCommit, id: string) => BoardRecord | null,
): { records: BoardRecord[]; refused: string[] } {
  const records: BoardRecord[] = []
  const refused: string[] = []
  const ordered = ids.flatMap((id) => read(commit, id) ?? []).sort(lowestLast)
  for (const record of ordered) {
    const placed = withFreeIndex(commit, record, records)
    if (checkRecord(placed).ok) records.push(placed)
    else refused.push(placed.id)
  }
  return { records, refused }
}

function toCreated({ store, author, renamed }: RecordCommit, id: string): BoardRecord | null {
  const record = inStore(store, id)
  if (!record) return null
  const meta = isFields(record['meta']) ? record['meta'] : {}
  return {
    ...withRenamedEnds(record, renamed),
    meta: { ...meta, createdBy: author.personId, createdAt: author.now },
  }
}

function withRenamedEnds(record: BoardRecord, renamed: ReadonlyMap<string, string>): BoardRecord {
  if (record.typeName !== 'binding') return record
  const { fromId, toId } = record
  const renamedEnd = (id: Json | undefined): Json =>
    (typeof id === 'string' ? renamed.get(id) : undefined) ?? id ?? null
  return { ...record, fromId: renamedEnd(fromId), toId: renamedEnd(toId) }
}

/** The document's record with the touched units as the store has them, and nothing else of the store's. */
function toChanged({ store, board, changes }: RecordCommit, id: string): BoardRecord | null {
  const units = changes.touched.get(id)
  const map = board.records.get(id)
  const before = map ? readRecord(map) : null
  const record = inStore(store, id)
  if (!units || !before || !record) return null
  const values = toUnits(record)
  return applyUnits(
    before,
    [...units].map((unit) => [unit, orRemoved(values.get(unit))] as const),
  )
}

/**
 * Keeps free records above the template, however far to the back somebody sends them, and two first shapes of an
 * empty page apart.
 */
function withFreeIndex(
  commit: RecordCommit,
  record: BoardRecord,
  others: readonly BoardRecord[],
): BoardRecord {
  const { index, parentId } = record
  if (record.typeName !== 'shape' || parentId !== PAGE_ID || typeof index !== 'string') return record
  if (index === FIRST_INDEX && commit.changes.created.has(record.id)) {
    return { ...record, index: jitteredAbove(index, jitterOf(commit.random)) }
  }
  if (index >= LOWEST_FREE_INDEX) return record
  return { ...record, index: backIndex(takenIndices(commit, others), jitterOf(commit.random)) }
}

function* takenIndices({ board }: RecordCommit, others: readonly BoardRecord[]): Generator<string> {
  for (const map of board.records.values()) {
    const index = readRecord(map)?.['index']
    if (typeof index === 'string') yield index
  }
  for (const { index } of others) if (typeof index === 'string') yield index
}

/** The lowest comes last: each one sent to the back goes under those before it. */
function lowestLast(one: BoardRecord, other: BoardRecord): number {
  return indexOf(one) < indexOf(other) ? 1 : -1
}

function indexOf({ index }: BoardRecord): string {
  return typeof index === 'string' ? index : ''
}

function withBefore(board: BoardDocument, after: BoardRecord): { before: BoardRecord; after: BoardRecord }[] {
  const map = board.records.get(after.id)
  const before = map ? readRecord(map) : null
  return before ? [{ before, after }] : []
}

/** Cuts a large paste into updates the server takes. What hangs on others, comes with or after them. */
function chunksOf(records: readonly BoardRecord[]): BoardRecord[][] {
  const chunks: BoardRecord[][] = []
  let size = Infinity
  for (const record of [...records].sort(bindingsLast)) {
    const length = JSON.stringify(record).length
    if (size + length > CHUNK_CHARACTERS) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(record)
    size += length
  }
  return chunks
}

function bindingsLast(one: BoardRecord, other: BoardRecord): number {
  return Number(one.typeName === 'binding') - Number(other.typeName === 'binding')
}

function inStore(store: TLStore, id: string): BoardRecord | null {
  const record = store.unsafeGetWithoutCapture(id as Parameters<TLStore['unsafeGetWithoutCapture']>[0])
  return record ? toBoardRecord(record) : null
}

function jitterOf(random: RandomBytes): number {
  return random(4).reduce((sum, byte) => (sum + byte) / 256, 0)
}
