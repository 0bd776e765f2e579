import type { PersonId } from '../ids'
import type { BoardRecord, EntityRoot, Json, Placement } from './layout'

/** Where a transaction on the board document came from. Undo, saving and the projection tell them apart by it. */
export type BoardOrigin = 'person' | 'undo' | 'import' | 'server'

/** Who makes a change, when (Unix milliseconds) and by which way. */
export interface Author {
  readonly personId: PersonId
  readonly now: number
  readonly origin: BoardOrigin
}

/** The author of everything the server seeds. */
export const SERVER_PERSON = 'server' as PersonId

/** One thing a step changed, with what was there before and what it left. */
export type StepChange =
  /** A plain unit of a record or a plain field of an entity; REMOVED where there is none. */
  | { kind: 'unit'; root: 'records' | EntityRoot; id: string; unit: string; before: Json; after: Json }
  | { kind: 'placement'; key: string; before: Placement | null; after: Placement | null }
  /** A canvas record created (`before` null) or deleted (`after` null). */
  | { kind: 'record'; id: string; before: BoardRecord | null; after: BoardRecord | null }
  /** An entity created or restored (`deleted` false), or deleted (`deleted` true). */
  | { kind: 'entity'; root: EntityRoot; id: string; deleted: boolean }
  /** Typing in one text: exactly one item on the undo manager of that text and person. */
  | { kind: 'text'; root: EntityRoot; id: string; field: string }
  /** A whole text replaced by an import; undone only while it still reads `after`. */
  | { kind: 'rewrite'; root: EntityRoot; id: string; field: string; before: string; after: string }

/** What one named operation did; the undo stack keeps these. */
export type Step = readonly StepChange[]
