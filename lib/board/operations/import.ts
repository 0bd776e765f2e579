import type { InitiativeId } from '../../ids'
import { findDuplicates, type Duplicate, type Likeness } from '../initiatives/duplicates'
import { createGiveHue } from '../hues/give-hue'
import { inUpdates } from '../document/in-updates'
import type { BoardDocument } from '../layout'
import { createStandsOnTeam } from '../places/teams/stands-on-team'
import { rewriteText, textAt } from '../text/rewrite-text'
import type { More } from '../limits/room-for'
import type { Author, Step, StepChange } from '../step'
import { transactAs } from '../transact'
import { namesOtherTeam, setInitiativeFields, wouldSetFields } from './initiative-fields'
import { addInitiatives, ORDER_STEP_MS, setInitiativeDeleted, type InitiativeDraft } from './initiatives'

/** What happens to a row whose initiative stands on the board already. */
export type DuplicateChoice = 'update' | 'skip' | 'add'
export type DuplicateChoices = Readonly<Record<Likeness, DuplicateChoice>>

/** A row to bring in. Its id, where it has one, is that of the initiative it was on the board it came from. */
export type ImportRow = Omit<InitiativeDraft, 'id'> & { readonly id?: InitiativeId }

export interface Import {
  readonly rows: readonly ImportRow[]
  readonly choices?: DuplicateChoices
  /** What each row means, where that was found already, on the board as it is. */
  readonly found?: readonly (Duplicate | null)[]
  /** Ids for rows that bring none, or one that is taken. */
  readonly createId: () => InitiativeId
}

/** How many rows became what; those that say what the board says already are `unchanged`. */
export interface ImportCounts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly skipped: number
}

/** Importing the same list twice updates. */
export const UPDATE_DUPLICATES: DuplicateChoices = { key: 'update', title: 'update' }

const ROOT = 'initiatives'
/** What is written of a row beside its fields: who made it and when, and the names of the fields. */
const CHARACTERS_PER_ROW = 200

/**
 * Brings rows in as one step. A row that means an initiative of the board updates it, and brings it back if it was
 * deleted; or it is skipped; or it is added beside it, without the key, which is taken. The rest is added. Fields a row
 * does not have stay as they are, and so does the team of an initiative that stands on it on a map.
 */
export function importInitiatives(
  board: BoardDocument,
  author: Author,
  given: Import,
): { readonly step: Step } & ImportCounts {
  const { plan, skipped } = planImport(board, given)
  const step: StepChange[] = []
  let [added, updated] = [0, 0]
  for (const part of inUpdates(withHues(board, plan), charactersOf)) {
    transactAs(board, author, () => {
      for (const { draft, updates } of part) {
        const changes = updates ? update(board, author, draft) : []
        if (changes.length > 0) updated++
        step.push(...changes)
      }
      const fresh = part.flatMap(({ draft, updates }) => (updates ? [] : [draft]))
      step.push(...addInitiatives(board, { ...author, now: author.now + added * ORDER_STEP_MS }, fresh))
      added += fresh.length
    })
  }
  return { step, added, updated, unchanged: plan.length - added - updated, skipped }
}

/** What updating an initiative from a row would do. */
export interface RowEffect {
  readonly isNews: boolean
  /** The row names another team than the one the initiative stands on, and is not heard in that. */
  readonly keepsTeam: boolean
}

/** Reads the maps once, and says of a row and the initiative it means what updating that would do. */
export function createJudgeRow(board: BoardDocument): (id: InitiativeId, row: ImportRow) => RowEffect {
  const hear = createHear(board)
  return (id, row) => {
    const heard = hear(id, row)
    const keepsTeam = heard !== row && namesOtherTeam(board, id, row.team)
    return { isNews: isNews(board, id, heard), keepsTeam }
  }
}

function isNews(board: BoardDocument, id: InitiativeId, row: ImportRow): boolean {
  const { title, summary, ...fields } = row
  const differs = ([field, text]: [string, string | undefined]): boolean => {
    const now = textAt(board, { root: ROOT, id, field })
    return text !== undefined && now !== null && now.toJSON() !== text
  }
  const isDeleted = Boolean(board.initiatives.get(id)?.get('deleted'))
  return isDeleted || Object.entries({ title, summary }).some(differs) || wouldSetFields(board, id, fields)
}

/** How many initiatives this import would add to the board, and how many deleted ones it would bring back. */
export function countMore(board: BoardDocument, given: Pick<Import, 'rows' | 'choices'>): More {
  return moreOf(board, findDuplicates(board, given.rows), given.choices ?? UPDATE_DUPLICATES)
}

/** The same where it is known already what each row means. */
export function moreOf(
  board: BoardDocument,
  found: readonly (Duplicate | null)[],
  choices: DuplicateChoices,
): More {
  let [added, restored] = [0, 0]
  for (const duplicate of found) {
    const choice = duplicate ? choices[duplicate.by] : 'add'
    if (choice === 'add') added += 1
    else if (duplicate && choice === 'update' && board.initiatives.get(duplicate.id)?.get('deleted'))
      restored += 1
  }
  return { added, restored }
}

interface Planned {
  readonly draft: InitiativeDraft
  readonly updates: boolean
}

function planImport(board: BoardDocument, given: Import): { plan: readonly Planned[]; skipped: number } {
  const { rows, choices = UPDATE_DUPLICATES, createId, found = findDuplicates(board, rows) } = given
  const hear = createHear(board)
  const plan = rows.flatMap((row, at): Planned[] => {
    const duplicate = found[at]
    const choice = duplicate ? choices[duplicate.by] : 'add'
    if (choice === 'skip') return []
    if (duplicate && choice === 'update')
      return [{ draft: { ...hear(duplicate.id, row), id: duplicate.id }, updates: true }]
    const { externalKey, id, ...rest } = row
    const keeps = externalKey !== undefined && duplicate?.by !== 'key'
    const isFree = id !== undefined && !board.initiatives.has(id)
    const draft = { ...rest, ...(keeps ? { externalKey } : {}), id: isFree ? id : createId() }
    return [{ draft, updates: false }]
  })
  return { plan, skipped: rows.length - plan.length }
}

/** What of a row counts: where a map shows an initiative on its team, what people put there is newer than any list. */
function createHear(board: BoardDocument): (id: InitiativeId, row: ImportRow) => ImportRow {
  const standsOnTeam = createStandsOnTeam(board)
  return (id, row) => (standsOnTeam(id) ? withoutTeam(row) : row)
}

function withoutTeam({ team: _, teamHue: _hue, ...row }: ImportRow): ImportRow {
  return row
}

/** What hues the board has is read once for all rows. */
function withHues(board: BoardDocument, plan: readonly Planned[]): readonly Planned[] {
  const giveHue = createGiveHue(board)
  return plan.map(({ draft, updates }) =>
    draft.team === undefined
      ? { draft, updates }
      : { draft: { ...draft, teamHue: giveHue(draft.team) }, updates },
  )
}

function update(board: BoardDocument, author: Author, draft: InitiativeDraft): StepChange[] {
  const { id, title, summary, ...fields } = draft
  const texts = Object.entries({ title, summary }).flatMap(([field, text]) => {
    const rewrite = text === undefined ? null : rewriteText(board, { root: ROOT, id, field }, text)
    return rewrite ? [rewrite] : []
  })
  return [
    ...setInitiativeDeleted(board, author, { id, deleted: false }),
    ...texts,
    ...setInitiativeFields(board, author, [{ id, fields }]),
  ]
}

function charactersOf({ draft }: Planned): number {
  return CHARACTERS_PER_ROW + JSON.stringify(draft).length
}
