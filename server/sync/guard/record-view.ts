import * as Y from 'yjs'
import { authorshipOf, type Authorship } from '@/lib/board/authorship'
import type { BoardDocument, BoardRecord, Json } from '@/lib/board/layout'
import { readRecord } from '@/lib/board/read'
import { SERVER_PERSON } from '@/lib/board/step'
import { LIMITS } from '@/lib/sync/limits'
import { DrawingLoad, weigh } from './limits/drawing-load'
import { runAtOnce } from '@/lib/run-at-once'

/** So many are read within a few milliseconds. */
const UNITS_OF_PIECE = 200

/** Every readable canvas record, kept up to date, so that judging one write does not read the whole board. */
export class RecordView {
  readonly #board: BoardDocument
  readonly #records: Map<string, BoardRecord>
  readonly #sound = new WeakSet<BoardRecord>()
  readonly #departed = new Map<string, BoardRecord>()
  readonly #drawing = new DrawingLoad()
  #isPaused = false

  /** `records` are those of the board, where they were read a moment ago. */
  constructor(board: BoardDocument, records: ReadonlyMap<string, BoardRecord> = readAtOnce(board)) {
    this.#board = board
    this.#records = new Map(records)
    for (const record of records.values()) this.#drawing.put(record)
    board.records.observeDeep((events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
      if (!this.#isPaused) for (const event of events) this.#follow(event)
    })
  }

  get all(): ReadonlyMap<string, BoardRecord> {
    return this.#records
  }

  /** Runs something that refreshes the view itself; what others write into the document is followed meanwhile and after. */
  whilePaused<Value>(run: () => Value): Value {
    this.#isPaused = true
    try {
      return run()
    } finally {
      this.#isPaused = false
    }
  }

  /** Reads one record from the document again; null where it is gone or no record. */
  refresh(id: string): BoardRecord | null {
    const record = read(this.#board.records.get(id))
    if (record) this.#put(record)
    else this.#forget(id)
    return record
  }

  /** Takes over a record as it reads now. `isSound` says that it was checked, all of it. */
  keep(record: BoardRecord, isSound: boolean): void {
    this.#put(record)
    if (isSound) this.#sound.add(record)
  }

  /** Whether this state of a record was checked since the server loaded it. */
  isSound(record: BoardRecord): boolean {
    return this.#sound.has(record)
  }

  /**
   * What is remembered of a record that was deleted lately, who made it and where it stood: undoing the deletion makes
   * it again in its author's name.
   */
  departed(id: string): BoardRecord | null {
    return this.#departed.get(id) ?? null
  }

  /** Remembers a record that was not taken as one that was deleted. */
  remember(record: BoardRecord): void {
    this.#departed.delete(record.id)
    this.#departed.set(record.id, toRemembered(record))
    const [oldest] = this.#departed.keys()
    if (this.#departed.size > LIMITS.DELETIONS_REMEMBERED && oldest !== undefined)
      this.#departed.delete(oldest)
  }

  /** Says whether a record is the server's own, such as the page. */
  isProtected(id: string): boolean {
    const record = this.#records.get(id)
    return record !== undefined && authorshipOf(record).createdBy === SERVER_PERSON
  }

  /** Says whether everybody's browser would take too long for the board if it held this in place of what it holds. */
  isTooMuchToDraw(record: BoardRecord): boolean {
    return this.#drawing.isTooMuch(record)
  }

  #put(record: BoardRecord): void {
    this.#records.set(record.id, record)
    this.#drawing.put(record)
  }

  #forget(id: string): void {
    const record = this.#records.get(id)
    if (!record) return
    this.#records.delete(id)
    this.#drawing.remove(id)
    this.remember(record)
  }

  #follow(event: Y.YEvent<Y.AbstractType<unknown>>): void {
    if (event.target === (this.#board.records as unknown))
      event.changes.keys.forEach((_, id) => this.refresh(id))
    else if (typeof event.path[0] === 'string') this.refresh(event.path[0])
  }
}

/** Reads every readable record of a board; yields after each piece. */
export function* readRecords(board: BoardDocument): Generator<void, ReadonlyMap<string, BoardRecord>> {
  const records = new Map<string, BoardRecord>()
  let units = 0
  for (const [id, map] of board.records) {
    const record = read(map)
    if (record) records.set(id, record)
    // Here, since the view counts all of them at once.
    if (record) weigh(record)
    units += map instanceof Y.Map ? map.size : 1
    if (units < UNITS_OF_PIECE) continue
    units = 0
    yield
  }
  return records
}

function readAtOnce(board: BoardDocument): ReadonlyMap<string, BoardRecord> {
  return runAtOnce(readRecords(board))
}

function read(map: unknown): BoardRecord | null {
  return map instanceof Y.Map ? readRecord(map as Y.Map<unknown>) : null
}

/** Nothing of what it held, which may be much in memory and is counted nowhere. */
function toRemembered(record: BoardRecord): BoardRecord {
  const { id, typeName, type, parentId, x, y, rotation } = record
  const { createdBy, createdAt } = authorshipOf(record) as Record<keyof Authorship, Json>
  return { id, typeName, type, parentId, x, y, rotation, meta: { createdBy, createdAt } }
}
