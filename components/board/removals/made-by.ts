import { authorshipOf } from '@/lib/board/authorship'
import { ROOT_OF_KIND, type ChangedThing } from '@/lib/board/changes/changed-things'
import type { BoardDocument } from '@/lib/board/layout'
import type { StepChange } from '@/lib/board/step'

/** Whose name is under a thing that a step changed; null where nothing says. */
export function madeBy(board: BoardDocument, { kind, id, changes }: ChangedThing): string | null {
  const by = kind === 'drawing' ? signedIn(changes) : board[ROOT_OF_KIND[kind]].get(id)?.get('createdBy')
  return typeof by === 'string' ? by : null
}

function signedIn(changes: readonly StepChange[]): unknown {
  const made = changes.find((change) => change.kind === 'record')
  const record = made?.before ?? made?.after
  return record && authorshipOf(record).createdBy
}
