import type { TLStore } from '@tldraw/tlschema'
import { orRemoved } from '@/lib/board/changes/current-unit'
import { inUpdates } from '@/lib/board/document/in-updates'
import { isFields } from '@/lib/board/is-fields'
import type { BoardDocument, BoardRecord, Json } from '@/lib/board/layout'
import { checkRecord } from '@/lib/board/limits/record-limits'
import { createRecords, deleteRecords, updateRecords } from '@/lib/board/operations/records'
import { findRecord, readRecord } from '@/lib/board/read'
import { PAGE_ID } from '@/lib/board/seed'
import type { Author, Step } from '@/lib/board/step'
import { applyUnits, toUnits } from '@/lib/board/units'
import type { RandomBytes } from '@/lib/ids'
import { parentsFirst } from '../projected/parents-first'
import { LOWEST_FREE_INDEX, backKeys, jitteredAbove } from '../projected/derived-index'
import { toBoardRecord, type GestureChanges } from '../gesture/gesture-changes'

/** The index tldraw gives the first shape of a page, for everybody the same. */
const FIRST_INDEX = 'a1'

interface RecordCommit {
  readonly board: BoardDocument
  readonly store: TLStore
  readonly author: Author
  readonly random: RandomBytes
  readonly changes: GestureChanges
  /** About how many characters what the hand did to a record takes. */
  charactersOf(id: string): number
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
  const back = new BackKeys(commit)
  const prepared = (among: { has(id: string): boolean }, read: Read): Prepared =>
    prepare(
      { ...commit, back },
      ids.filter((id) => among.has(id)).flatMap((id) => read(commit, id) ?? []),
    )
  const created = prepared(changes.created, toCreated)
  const changed = prepared(changes.touched, toChanged)
  const removed = ids.filter((id) => changes.removed.has(id)).flatMap((id) => findRecord(board, id) ?? [])
  const parts = (records: readonly BoardRecord[]): readonly (readonly BoardRecord[])[] =>
    inUpdates(records, ({ id }) => commit.charactersOf(id))
  const steps: Step[] = [
    ...parts(parentsFirst(created.records)).map((part) => createRecords(board, author, part)),
    ...parts(changed.records).map((part) => {
      const pairs = part.map((after) => ({ before: findRecord(board, after.id) ?? after, after }))
      return updateRecords(board, author, pairs)
    }),
    // Undo goes backwards, and then finds what these lay in.
    deleteRecords(
      board,
      author,
      parentsFirst(removed)
        .reverse()
        .map(({ id }) => id),
    ),
  ]
  return { step: steps.flat(), refused: [...created.refused, ...changed.refused] }
}

type Read = (commit: RecordCommit, id: string) => BoardRecord | null

interface Prepared {
  readonly records: BoardRecord[]
  readonly refused: string[]
}

function prepare(commit: RecordCommit & { readonly back: BackKeys }, given: BoardRecord[]): Prepared {
  const records: BoardRecord[] = []
  const refused: string[] = []
  for (const record of given.sort(lowestFirst)) {
    const placed = withFreeIndex(commit, record)
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
  const before = findRecord(board, id)
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
function withFreeIndex(commit: RecordCommit & { readonly back: BackKeys }, record: BoardRecord): BoardRecord {
  const { index, parentId } = record
  if (record.typeName !== 'shape' || parentId !== PAGE_ID || typeof index !== 'string') return record
  if (index === FIRST_INDEX && commit.changes.created.has(record.id)) {
    return { ...record, index: jitteredAbove(index, jitterOf(commit.random)) }
  }
  if (index >= LOWEST_FREE_INDEX) return record
  return { ...record, index: commit.back.next() }
}

/** The keys of what one commit sends to the back: under all that was sent there before, in the order it has. */
class BackKeys {
  private readonly commit: Pick<RecordCommit, 'board' | 'random'>
  private keyAt: ((at: number) => string) | null = null
  private given = 0

  constructor(commit: Pick<RecordCommit, 'board' | 'random'>) {
    this.commit = commit
  }

  next(): string {
    const { board, random } = this.commit
    this.keyAt ??= backKeys(takenIndices(board), jitterOf(random))
    return this.keyAt(this.given++)
  }
}

function* takenIndices(board: BoardDocument): Generator<string> {
  for (const map of board.records.values()) {
    const index = readRecord(map)?.['index']
    if (typeof index === 'string') yield index
  }
}

function lowestFirst(one: BoardRecord, other: BoardRecord): number {
  return indexOf(one) < indexOf(other) ? -1 : 1
}

function indexOf({ index }: BoardRecord): string {
  return typeof index === 'string' ? index : ''
}

function inStore(store: TLStore, id: string): BoardRecord | null {
  const record = store.unsafeGetWithoutCapture(id as Parameters<TLStore['unsafeGetWithoutCapture']>[0])
  return record ? toBoardRecord(record) : null
}

function jitterOf(random: RandomBytes): number {
  return random(4).reduce((sum, byte) => (sum + byte) / 256, 0)
}
