import type { BoardRecord, EntityRoot, Json, Placement } from '../layout'

/**
 * What one transaction changed, in a form that outlives its document: it can be written down, and done again on another
 * document of the same board.
 */
export type DocumentChange =
  /** A unit of a record or a plain field of an entity, REMOVED where it was taken away. */
  | { kind: 'unit'; root: 'records' | EntityRoot; id: string; unit: string; value: Json }
  | { kind: 'placement'; key: string; placement: Placement | null }
  /** A canvas record created or, with null, deleted. */
  | { kind: 'record'; id: string; record: BoardRecord | null }
  /** An entity created, with its plain fields and what its texts said. */
  | { kind: 'entity'; root: EntityRoot; id: string; fields: Fields; texts: Texts }
  /** Typing in one text. */
  | { kind: 'text'; root: EntityRoot; id: string; field: string; before: string; after: string }

type Fields = Readonly<Record<string, Json>>
type Texts = Readonly<Record<string, string>>

/** The record or entity a change is about, as `<root>/<id>`. */
export function keyOf(change: DocumentChange): string {
  if (change.kind === 'placement') return `placements/${change.key}`
  return change.kind === 'record' ? `records/${change.id}` : `${change.root}/${change.id}`
}
