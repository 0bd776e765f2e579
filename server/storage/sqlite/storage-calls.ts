import type { BoardStorage } from '../board-storage'
import type { Steps } from './step-runner'
import type { StorageEvent } from './storage-log'

/** The calls of the port that reach the database. */
export type StorageCallName = Exclude<keyof BoardStorage, 'start' | 'stop'>

const READING: ReadonlySet<StorageCallName> = new Set([
  'measure',
  'findBoard',
  'findLink',
  'listLinks',
  'findPerson',
  'findMembership',
  'findVisit',
  'listMembers',
  'listBoardsOf',
  'load',
  'measureDocument',
  'lastSeq',
  'listChanges',
  'listChangesOf',
  'findAsset',
  'measureImages',
])

/** Whether a call changes nothing. */
export function isReadingCall(name: StorageCallName): boolean {
  return READING.has(name)
}

export type StorageArguments<Name extends StorageCallName> = Parameters<BoardStorage[Name]>

/** Those that would hold up all others if they were one transaction. */
type CallInSteps = 'createBoard' | 'eraseDeletedBoard'

type StorageAnswer<Name extends StorageCallName> = Awaited<ReturnType<BoardStorage[Name]>>

/** The port as it looks inside the worker: the same calls, answered at once or in steps, failing by throwing. */
export type StorageCalls = {
  readonly [Name in StorageCallName]: (
    ...given: StorageArguments<Name>
  ) => Name extends CallInSteps ? Steps<StorageAnswer<Name>> : StorageAnswer<Name>
}

/** What the worker needs to know to open the database. */
export interface DatabasePlace {
  readonly directory: string
  /** The most pages of 4096 bytes the file may grow to; absent: as many as the disk holds. */
  readonly maxPages?: number
}

/** From the main thread to the worker. Requests are carried out in the order they were sent. */
export type WorkerRequest =
  | { readonly kind: 'call'; readonly id: number; readonly name: StorageCallName; readonly given: unknown }
  | { readonly kind: 'close' }

/** An error in a form that survives the way between threads. */
export interface Failure {
  readonly message: string
  /** SQLite's name for it, such as `SQLITE_FULL`. */
  readonly sqliteCode?: string
}

/** From the worker to the main thread. */
export type WorkerReport =
  | { readonly kind: 'opened' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  | { readonly kind: 'answered'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'warned'; readonly event: StorageEvent; readonly facts: object }
