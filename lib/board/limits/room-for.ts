import { LIMITS } from '../../sync/limits'
import type { BoardDocument, EntityRoot } from '../layout'

/** How many entities of one root there are: not deleted, and in all. */
export interface EntityCount {
  readonly living: number
  readonly all: number
}

/** What is wanted beside those: new ones, and deleted ones that come back. */
export interface More {
  readonly added: number
  readonly restored: number
}

/** What there is too much of: those that stand on the board, or all that ever did. */
export type Shortage = 'living' | 'all'

type Counted = 'instances' | 'initiatives' | 'teams' | 'interactions'

const MOST_LIVING: Readonly<Partial<Record<EntityRoot, number>>> = {
  instances: LIMITS.TEMPLATES,
  teams: LIMITS.TEAMS,
  interactions: LIMITS.INTERACTIONS,
}

/** Counts the entities of one root. */
export function countEntities(board: BoardDocument, root: EntityRoot): EntityCount {
  let living = 0
  for (const fields of board[root].values()) if (!fields.get('deleted')) living += 1
  return { living, all: board[root].size }
}

/** Says what keeps so many more from standing beside these, null where nothing does. */
export function shortageBeside(root: EntityRoot, { living, all }: EntityCount, more: More): Shortage | null {
  if (living + more.added + more.restored > mostLiving(root)) return 'living'
  return all + more.added > LIMITS.ENTITIES_IN_ALL ? 'all' : null
}

/** Says what keeps a board from taking so many more entities of this root, null where nothing does. */
export function findShortage(board: BoardDocument, root: EntityRoot, more: Partial<More>): Shortage | null {
  const { added = 0, restored = 0 } = more
  if (added + restored === 0) return null
  return shortageBeside(root, countEntities(board, root), { added, restored })
}

/** Says to a person why a board takes no more of these, and what to do. */
export function shortageSentence(root: Counted, shortage: Shortage): string {
  const kind = root === 'instances' ? 'templates' : root
  if (shortage === 'living')
    return `A board holds ${words(mostLiving(root))} ${kind}, and this would be more. Delete some, or bring in fewer.`
  const most = words(LIMITS.ENTITIES_IN_ALL)
  return `With the deleted ones, this board has ${most} ${kind} and can take no more. A facilitator can duplicate it on the home page: the copy leaves the deleted ones out.`
}

function mostLiving(root: EntityRoot): number {
  return MOST_LIVING[root] ?? LIMITS.INITIATIVES
}

function words(amount: number): string {
  return amount.toLocaleString('en')
}
