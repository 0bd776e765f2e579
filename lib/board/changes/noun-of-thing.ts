import type { BoardDocument } from '../layout'
import { findRecord } from '../read'
import { drawingNoun } from '../shapes/drawing-noun'
import type { ChangedThing } from './changed-things'

/** What people call a thing that was changed: `team`, `note`. A drawing that was not made or removed is found on `board`. */
export function nounOfThing({ kind, id, changes }: ChangedThing, board?: BoardDocument): string {
  if (kind !== 'drawing') return kind
  const made = changes.find((change) => change.kind === 'record')
  const record = made?.before ?? made?.after ?? (board && findRecord(board, id))
  return drawingNoun(record?.['type'])
}
