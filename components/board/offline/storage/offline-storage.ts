import type { DocumentChange } from '@/lib/board/changes/document-change'
import type { ErrorCode } from '@/lib/errors'
import type { BoardId, PersonId } from '@/lib/ids'

/** Whose and of which board: nobody else in this browser is shown or sends what is kept under it. */
export interface Owner {
  readonly personId: PersonId
  readonly boardId: BoardId
}

/** The client who wrote it, where it begins in what they wrote, and how long it is. */
export type DeletedRange = readonly [clientId: number, clock: number, length: number]

/** A change the server has not said to be safe, so that a page closed meanwhile does not lose it. */
export interface KeptChange {
  /** Unlike that of any other change of any page. */
  readonly id: string
  /** The epoch of the document it was made on. */
  readonly epoch: number
  /** Unix milliseconds. */
  readonly at: number
  /** A document holds it where it counts this client so far. */
  readonly clientId: number
  readonly clock: number
  /** What it deleted, where it did nothing but delete, which moves no count; else empty. */
  readonly deleted: readonly DeletedRange[]
  /** What it changed, as `<root>/<id>`. */
  readonly touched: readonly string[]
  readonly parts: readonly DocumentChange[]
  /** What it says, one line for each thing. */
  readonly words: readonly string[]
  /** As it was written: a document of its epoch takes it as often as it comes, and does it once. */
  readonly update?: Uint8Array | undefined
  /** The client ids under which it may be carried over: a document that counts one of them holds what became of it. */
  readonly heirs?: readonly number[] | undefined
}

/** Why a change was not taken: as the server says, or because what it changed is gone. */
export type RefusalReason = ErrorCode | 'gone'

/** A change made without a connection that the board did not take. */
export interface RefusedChange {
  readonly id: string
  readonly at: number
  readonly reason: RefusalReason
  readonly words: readonly string[]
}

/** A copy of a document in this browser. */
export interface KeptDocument extends Owner {
  readonly epoch: number
  /** When it was opened last, Unix milliseconds. */
  readonly usedAt: number
}

export interface Kept {
  readonly changes: readonly KeptChange[]
  readonly refused: readonly RefusedChange[]
}

/** Something to write and something to let go of, in one go. */
export interface KeptWrite {
  readonly changes?: readonly KeptChange[]
  readonly dropChanges?: readonly string[]
  /** What `changes` were made of: let go of as well, where these outlive the page. */
  readonly replaced?: readonly string[]
  readonly refused?: readonly RefusedChange[]
  readonly dropRefused?: readonly string[]
}

/** It is called once, and must not wait for anything. */
export type Redo = (taken: readonly KeptChange[]) => KeptWrite | null

/** What a browser keeps of boards beside the copies of their documents. Every promise may reject: then nothing was done. */
export interface OfflineStorage {
  /** Whether it outlives the page. */
  readonly lasts: boolean
  /** What is kept for one person on one board, the oldest first. */
  read(owner: Owner): Promise<Kept>
  write(owner: Owner, write: KeptWrite): Promise<void>
  /**
   * Hands over these changes, those that are still there, and in one go lets go of them and writes what was made of
   * them: of two pages that ask at once, each gets others. Null: nothing was made of them, they stay.
   */
  take(owner: Owner, ids: readonly string[], redo: Redo): Promise<void>
  noteDocument(document: KeptDocument): Promise<void>
  listDocuments(): Promise<readonly KeptDocument[]>
  /** Deletes the copies of documents for which this holds; a database that a sleeping page holds goes with that page. */
  dropDocuments(which: (document: KeptDocument) => boolean): Promise<void>
  /** Deletes what nobody came back to since then: copies, and what was not saved or not taken; not of this owner. */
  dropUnused(since: number, except: Owner): Promise<void>
  /** Deletes all that is kept of a board, whoever kept it, and answers with what it was. */
  forgetBoard(boardId: BoardId): Promise<readonly (Kept & Owner)[]>
}
