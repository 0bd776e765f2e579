import type { PersonId } from '@/lib/ids'
import type { LeftBehind, LoadedBoard, StoredChange, UpdateBatch } from './board-storage'
import { SNAPSHOTS_KEPT } from './kept-snapshots'

interface LoggedUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
}

interface Snapshot {
  readonly uptoSeq: number
  readonly bytes: Uint8Array
}

interface Epoch {
  lastSeq: number
  log: LoggedUpdate[]
  /** Newest first. */
  snapshots: Snapshot[]
  readonly clientIds: Map<number, PersonId>
}

interface NumberedChange {
  readonly seq: number
  readonly change: StoredChange
}

/** What the memory storage keeps of one board's document. */
export class MemoryDocument {
  readonly #epochs = new Map<number, Epoch>()
  readonly #changes = new Map<string, NumberedChange>()

  /** What its updates and snapshots take. */
  get sizeBytes(): number {
    const epochs = [...this.#epochs.values()]
    const kept = epochs.flatMap(({ log, snapshots }) => [...log, ...snapshots])
    return kept.reduce((sum, { bytes }) => sum + bytes.length, 0)
  }

  /** Keeps one batch and answers with its sequence number, the next of its epoch. */
  append(batch: UpdateBatch): number {
    const epoch = this.#epoch(batch.epoch)
    const seq = ++epoch.lastSeq
    epoch.log.push({ seq, bytes: batch.update })
    for (const change of batch.changes) {
      const known = this.#changes.get(change.record)?.change
      if (!known || change.at >= known.at) this.#changes.set(change.record, { seq, change })
    }
    for (const { clientId, personId } of batch.clientIds) {
      if (!epoch.clientIds.has(clientId)) epoch.clientIds.set(clientId, personId)
    }
    return seq
  }

  /** Begins an epoch with its first batch, if this is where the document stands; says whether it is. */
  renew(first: UpdateBatch, from: { epoch: number; seq: number }, left?: LeftBehind): boolean {
    const old = this.#epoch(from.epoch)
    if (old.lastSeq !== from.seq || first.epoch <= from.epoch) return false
    const writers = left && new Set(left.writers)
    const clientIds = new Map([...old.clientIds].filter(([id]) => !writers || writers.has(id)))
    this.#epochs.set(first.epoch, { lastSeq: 0, log: [], snapshots: [], clientIds })
    this.append(first)
    for (const record of left?.gone ?? []) this.#changes.delete(record)
    for (const number of [...this.#epochs.keys()]) if (number < from.epoch) this.#epochs.delete(number)
    return true
  }

  /** The newest snapshot of the epoch and the updates after it. */
  load(number: number): LoadedBoard {
    const { snapshots, log, lastSeq, clientIds } = this.#epoch(number)
    const snapshot = snapshots[0]
    const tail = log.filter((update) => update.seq > (snapshot?.uptoSeq ?? 0))
    const updates = tail.map((update) => update.bytes)
    return { epoch: number, snapshot: snapshot?.bytes ?? null, updates, lastSeq, clientIds }
  }

  /** How many bytes these have. */
  measure(number: number): number {
    const { snapshot, updates } = this.load(number)
    return updates.reduce((sum, { length }) => sum + length, snapshot?.length ?? 0)
  }

  /** Keeps a snapshot, then drops the snapshots and the log that no fall-back needs any more. */
  saveSnapshot(number: number, snapshot: Snapshot): void {
    const epoch = this.#epoch(number)
    const others = epoch.snapshots.filter((kept) => kept.uptoSeq !== snapshot.uptoSeq)
    const newestFirst = [snapshot, ...others].sort((one, other) => other.uptoSeq - one.uptoSeq)
    epoch.snapshots = newestFirst.slice(0, SNAPSHOTS_KEPT)
    const oldestKept = epoch.snapshots[SNAPSHOTS_KEPT - 1]
    if (oldestKept) epoch.log = epoch.log.filter((update) => update.seq > oldestKept.uptoSeq)
  }

  /** The last change of each record, newest first. */
  listChanges(): readonly StoredChange[] {
    return [...this.#changes.values()].sort(compareNewestFirst).map(({ change }) => change)
  }

  /** The same for one record and those below it. */
  listChangesOf(record: string): readonly StoredChange[] {
    return this.listChanges().filter(
      (change) => change.record === record || change.record.startsWith(`${record}/`),
    )
  }

  #epoch(number: number): Epoch {
    const known = this.#epochs.get(number)
    if (known) return known
    const epoch: Epoch = { lastSeq: 0, log: [], snapshots: [], clientIds: new Map() }
    this.#epochs.set(number, epoch)
    return epoch
  }
}

function compareNewestFirst(one: NumberedChange, other: NumberedChange): number {
  return (
    other.change.at - one.change.at ||
    other.seq - one.seq ||
    compareText(one.change.record, other.change.record)
  )
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
