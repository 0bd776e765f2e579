import type { InitiativeId } from '../../ids'
import { comparableName } from '../../teams/team-name'
import { createGiveHue, type GiveHue } from '../hues/give-hue'
import { REMOVED, type BoardDocument, type Json } from '../layout'
import { readInitiative } from '../read'
import { listDiffering, setUnits } from '../set-units'
import type { Author, Step } from '../step'
import { transactAs } from '../transact'

/** Plain fields to set; null and empty lists take a field away, what is left out stays. `effort` in person-weeks. */
export interface InitiativeFields {
  readonly externalKey?: string
  readonly team?: string | null
  /** Of the team it names; absent: what the board has for it. */
  readonly teamHue?: number
  readonly owner?: string | null
  readonly effort?: number | null
  readonly tags?: readonly string[]
  readonly links?: readonly string[]
}

const ROOT = 'initiatives'
const FIELDS = ['externalKey', 'team', 'owner', 'effort', 'tags', 'links'] as const

/** Sets plain fields of initiatives, all as one step. What is so already is not written again. */
export function setInitiativeFields(
  board: BoardDocument,
  author: Author,
  changes: readonly { readonly id: InitiativeId; readonly fields: InitiativeFields }[],
): Step {
  return transactAs(board, author, () => {
    const giveHue = createGiveHue(board)
    return changes.flatMap(({ id, fields }) => [
      ...leaveOtherTeam(board, author, { id, fields, giveHue }),
      ...setUnits(board, author, { root: ROOT, id, units: toUnits(fields) }),
    ])
  })
}

/** Says whether setting these fields of an initiative would change anything. */
export function wouldSetFields(board: BoardDocument, id: InitiativeId, fields: InitiativeFields): boolean {
  const isOther = namesOtherTeam(board, id, fields.team)
  return isOther || listDiffering(board, { root: ROOT, id, units: toUnits(fields) }).length > 0
}

/** Who names another team than the one it was given to on the board speaks last. */
function leaveOtherTeam(
  board: BoardDocument,
  author: Author,
  { id, fields, giveHue }: { id: InitiativeId; fields: InitiativeFields; giveHue: GiveHue },
): Step {
  const { team, teamHue } = fields
  if (!namesOtherTeam(board, id, team)) return []
  const units = { teamId: REMOVED, teamHue: team ? (teamHue ?? giveHue(team)) : REMOVED }
  return setUnits(board, author, { root: ROOT, id, units })
}

/** Says whether this names another team than the initiative has; what is not said names none. */
export function namesOtherTeam(
  board: BoardDocument,
  id: InitiativeId,
  team: InitiativeFields['team'] | undefined,
): boolean {
  const now = readInitiative(board, id)
  return team !== undefined && now !== null && comparableName(team ?? '') !== comparableName(now.team ?? '')
}

function toUnits(fields: InitiativeFields): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const value = valueOf(fields[field])
      return value === undefined ? [] : [[field, value] as const]
    }),
  )
}

function valueOf(given: InitiativeFields[keyof InitiativeFields]): Json | undefined {
  if (given === null || (Array.isArray(given) && given.length === 0)) return REMOVED
  return given as Json | undefined
}
