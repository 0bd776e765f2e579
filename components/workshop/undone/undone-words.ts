import { changedThings, type ChangedThing } from '@/lib/board/changes/changed-things'
import { nounOfThing } from '@/lib/board/changes/noun-of-thing'
import { CANVAS_INSTANCE, type BoardDocument } from '@/lib/board/layout'
import { nameInstance, nameInstances } from '@/lib/board/places/instance-names'
import { listInstances, readInitiative, readInstance, readTeam } from '@/lib/board/read'
import type { Step, StepChange } from '@/lib/board/step'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import { theTeam } from '@/lib/teams/team-name'
import { titleLabel } from '@/lib/board/initiatives/title-label'
import type { UndoMove } from '../../board/undo/undo-stack'
import { capitalised } from '@/lib/text/capitalised'
import { countByNoun } from '@/lib/text/count-by-noun'
import { listed } from '@/lib/text/listed'

const INTRO = { undo: 'Undone', redo: 'Redone' } as const
/** What of a step is not seen any more afterwards. */
const GONE: ReadonlySet<string> = new Set(['deleted', 'removed', 'took away'])
/** What comes by these is seen only since. */
const CAME: ReadonlySet<string> = new Set(['added', 'placed'])
/** How an arrow that stays is left where it pointed. */
const ENDS_OF_ARROW: ReadonlySet<string> = new Set(['props.start', 'props.end', 'props.bend'])

/** Says what was taken back or done again: `Undone: moved “Memory QoS” on “Effort and value”.` */
export function undoneWords(board: BoardDocument, { direction, did }: UndoMove): string {
  const told = tellOf(board, direction === 'undo' ? did.map(reversed) : did)
  return told ? `${INTRO[direction]}: ${told.words}.` : `${INTRO[direction]} outside what you see.`
}

/** Says what a step took from the board: `Deleted “Memory QoS”.` Null where it took nothing. */
export function goneWords(board: BoardDocument, step: Step): string | null {
  const told = tellOf(board, step)
  return told && GONE.has(told.deed) ? `${capitalised(told.words)}.` : null
}

/** How many things a step took from the board. */
export function countGone(board: BoardDocument, step: Step): number {
  return changedThings(board, step).filter((thing) => GONE.has(deedOf(thing))).length
}

/** What a step did to what it is about; null where nobody sees any of that. */
function tellOf(board: BoardDocument, step: Step): { readonly deed: string; readonly words: string } | null {
  const things = changedThings(board, step)
  const alike = things.filter(({ kind }) => kind === things[0]?.kind)
  const byThemselves = alike.filter((thing) => !isLeftByOthers(thing))
  const main = byThemselves.length > 0 ? byThemselves : alike
  const [first] = main
  if (!first) return null
  const deeds = new Set(main.map(deedOf))
  const [deed] = deeds
  if (deed === undefined || [...deeds].some((one) => !isLike(deed, one)))
    return { deed: 'changed', words: wordsFor(board, 'changed', main) }
  // A template takes along what stands on it.
  const told = first.kind === 'template' ? main : things.filter((thing) => isLike(deed, deedOf(thing)))
  const words = [...new Set(told.map(deedOf))].map((one) =>
    wordsFor(
      board,
      one,
      told.filter((thing) => deedOf(thing) === one),
    ),
  )
  return { deed, words: words.join(', ') }
}

/** Says whether two deeds are told in one breath: what else is done to others follows from the first. */
function isLike(one: string, other: string): boolean {
  return one === other || [GONE, CAME].some((deeds) => deeds.has(one) && deeds.has(other))
}

/** Says whether all that happened to a thing is where an arrow ends: where it hung on what goes or comes, that follows. */
function isLeftByOthers({ changes }: ChangedThing): boolean {
  return changes.every((change) => change.kind === 'unit' && ENDS_OF_ARROW.has(change.unit))
}

/** `deleted 3 teams, 2 interactions and a note`. */
function wordsFor(board: BoardDocument, deed: string, things: readonly ChangedThing[]): string {
  const nounOf = (thing: ChangedThing): string => nounOfThing(thing, board)
  const parts = countByNoun(things, nounOf, (one) => nameOfThing(board, one))
  return `${deed} ${listed(parts)}${whereOf(board, things, deed)}`
}

/** An undo did the opposite of what is taken back. */
function reversed(change: StepChange): StepChange {
  if (change.kind === 'entity') return { ...change, deleted: !change.deleted }
  if (!('before' in change)) return change
  return { ...change, before: change.after, after: change.before } as StepChange
}

function deedOf({ kind, changes }: ChangedThing): string {
  const entity = changes.find((change) => change.kind === 'entity')
  if (entity?.deleted === true) return kind === 'template' ? 'removed' : 'deleted'
  if (entity) return 'added'
  const placements = changes.filter((change) => change.kind === 'placement')
  const comes = placements.some(({ before }) => before === null)
  const goes = placements.some(({ after }) => after === null)
  if (comes !== goes) return comes ? 'placed' : 'took away'
  return placements.length > 0 || changes.some(isMove) ? 'moved' : deedOnRecord(changes)
}

function isMove(change: StepChange): boolean {
  return change.kind === 'unit' && (change.unit === 'place' || change.unit === 'offset')
}

function deedOnRecord(changes: Step): string {
  const record = changes.find((change) => change.kind === 'record')
  if (record?.before === null) return 'added'
  return record?.after === null ? 'deleted' : 'changed'
}

function nameOfThing(board: BoardDocument, thing: ChangedThing): string {
  const { kind, id } = thing
  switch (kind) {
    case 'template':
      return `the template “${nameOfTemplate(board, id)}”`
    case 'team':
      return theTeam(readTeam(board, id)?.name ?? '')
    case 'card':
      return `“${titleLabel(readInitiative(board, id as InitiativeId)?.title)}”`
    case 'interaction':
    case 'drawing':
      return withArticle(nounOfThing(thing, board))
  }
}

function nameOfTemplate(board: BoardDocument, id: string): string {
  const instance = readInstance(board, id as InstanceId)
  const name = nameInstances(listInstances(board)).get(id as InstanceId)
  return name ?? (instance ? nameInstance(instance) : 'Unknown template')
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

/** Empty where they are of several kinds, or were on no template, or on several. */
function whereOf(board: BoardDocument, things: readonly ChangedThing[], deed: string): string {
  if (things.some(({ kind }) => kind !== things[0]?.kind)) return ''
  const [id, ...others] = new Set(things.flatMap(({ instanceIds }) => instanceIds))
  if (id === undefined || others.length > 0) return ''
  if (id === CANVAS_INSTANCE) return ' beside the templates'
  return ` ${deed === 'took away' ? 'from' : 'on'} “${nameOfTemplate(board, id)}”`
}
