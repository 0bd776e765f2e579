import type { ChangedThing } from '@/lib/board/changes/changed-things'
import { isFields } from '@/lib/board/is-fields'
import type { BoardDocument } from '@/lib/board/layout'
import type { StepChange } from '@/lib/board/step'

const ROOTS = {
  template: 'instances',
  team: 'teams',
  card: 'initiatives',
  interaction: 'interactions',
} as const

/** Whose name is under a thing that a step changed; null where nothing says. */
export function madeBy(board: BoardDocument, { kind, id, changes }: ChangedThing): string | null {
  const by = kind === 'drawing' ? signedIn(changes) : board[ROOTS[kind]].get(id)?.get('createdBy')
  return typeof by === 'string' ? by : null
}

function signedIn(changes: readonly StepChange[]): unknown {
  const record = changes.find((change) => change.kind === 'record')
  const meta = (record?.before ?? record?.after)?.['meta']
  return isFields(meta) ? meta['createdBy'] : null
}
