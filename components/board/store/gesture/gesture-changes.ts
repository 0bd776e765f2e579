import type { RecordsDiff } from '@tldraw/store'
import type { TLRecord } from '@tldraw/tlschema'
import type { BoardRecord } from '@/lib/board/layout'
import { diffUnits } from '@/lib/board/units'
import type { UncommittedChanges } from '../projection'

/**
 * What the local hand did to the store since the last commit: only which units, never their values. The commit takes
 * the values the store has then, so that nothing of somebody else's goes along.
 */
export class GestureChanges implements UncommittedChanges {
  readonly created = new Set<string>()
  readonly removed = new Set<string>()
  readonly touched = new Map<string, Set<string>>()

  add(changes: RecordsDiff<TLRecord>): void {
    for (const id of Object.keys(changes.added)) this.addCreated(id)
    for (const [before, after] of Object.values<[TLRecord, TLRecord]>(changes.updated))
      this.addUpdated(before, after)
    for (const id of Object.keys(changes.removed)) this.addRemoved(id)
  }

  isCreated(id: string): boolean {
    return this.created.has(id)
  }

  isRemoved(id: string): boolean {
    return this.removed.has(id)
  }

  units(id: string): ReadonlySet<string> | undefined {
    return this.touched.get(id)
  }

  ids(): string[] {
    return [...this.created, ...this.removed, ...this.touched.keys()]
  }

  get isEmpty(): boolean {
    return this.created.size + this.removed.size + this.touched.size === 0
  }

  /** These are in the document, or given up. */
  settle(ids: Iterable<string>): void {
    for (const id of [...ids]) {
      this.created.delete(id)
      this.removed.delete(id)
      this.touched.delete(id)
    }
  }

  private addCreated(id: string): void {
    if (!this.removed.delete(id)) this.created.add(id)
  }

  private addUpdated(before: TLRecord, after: TLRecord): void {
    const { id } = after
    if (this.created.has(id)) return
    const units = this.touched.get(id) ?? new Set<string>()
    for (const unit of diffUnits(toBoardRecord(before), toBoardRecord(after)).keys()) units.add(unit)
    if (units.size > 0) this.touched.set(id, units)
  }

  private addRemoved(id: string): void {
    this.touched.delete(id)
    if (!this.created.delete(id)) this.removed.add(id)
  }
}

/** The two types say the same of a record: plain data with an id and a type name. */
export function toBoardRecord(record: TLRecord): BoardRecord {
  return record as unknown as BoardRecord
}
