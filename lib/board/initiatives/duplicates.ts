import type { InitiativeId } from '../../ids'
import type { BoardDocument } from '../layout'
import { normaliseTitle } from './normalise-title'
import { readInitiative } from '../read'

/** What a row and an initiative of the board have in common: the id or key, or at least the title. */
export type Likeness = 'key' | 'title'

/** The initiative of the board that a row means. */
export interface Duplicate {
  readonly id: InitiativeId
  readonly by: Likeness
  /** What the initiative is called on the board. */
  readonly title: string
}

interface Row {
  readonly id?: InitiativeId
  readonly title: string
  readonly externalKey?: string
}

interface Known {
  readonly id: InitiativeId
  readonly title: string
  readonly externalKey: string | undefined
  readonly isLiving: boolean
}

/**
 * Finds for each row the initiative it means, null where it is new: by its id, then by its key, deleted ones too, and
 * of those left over by the title. No initiative is found twice, and different keys are different work.
 */
export function findDuplicates(board: BoardDocument, rows: readonly Row[]): readonly (Duplicate | null)[] {
  const known = listKnown(board)
  const claimed = new Set<InitiativeId>()
  const claim = (by: Likeness, found: Known | undefined): Duplicate | null => {
    if (!found || claimed.has(found.id)) return null
    claimed.add(found.id)
    return { id: found.id, by, title: found.title }
  }
  const byId = new Map(known.map((one) => [one.id, one]))
  const byKey = indexByKey(known)
  const sure = rows.map(
    ({ id, externalKey }) =>
      claim('key', id && byId.get(id)) ?? claim('key', externalKey ? byKey.get(externalKey) : undefined),
  )
  const byTitle = indexByTitle(known.filter(({ id, isLiving }) => isLiving && !claimed.has(id)))
  return rows.map((row, at) => sure[at] ?? claim('title', takeByTitle(byTitle, row)))
}

function listKnown(board: BoardDocument): readonly Known[] {
  return [...board.initiatives.keys()].flatMap((id) => {
    const found = readInitiative(board, id as InitiativeId)
    if (!found) return []
    return [{ id: found.id, title: found.title, externalKey: found.externalKey, isLiving: !found.deleted }]
  })
}

/** A deleted initiative answers only for a key no living one has. */
function indexByKey(known: readonly Known[]): ReadonlyMap<string, Known> {
  const index = new Map<string, Known>()
  for (const one of known) {
    if (one.externalKey === undefined || index.get(one.externalKey)?.isLiving) continue
    index.set(one.externalKey, one)
  }
  return index
}

function indexByTitle(known: readonly Known[]): ReadonlyMap<string, Known[]> {
  const index = new Map<string, Known[]>()
  for (const one of known) {
    const title = normaliseTitle(one.title)
    const same = index.get(title)
    if (same) same.push(one)
    else index.set(title, [one])
  }
  return index
}

function takeByTitle(index: ReadonlyMap<string, Known[]>, row: Row): Known | undefined {
  const same = index.get(normaliseTitle(row.title)) ?? []
  const at = same.findIndex(
    ({ externalKey }) =>
      externalKey === undefined || row.externalKey === undefined || externalKey === row.externalKey,
  )
  return at < 0 ? undefined : same.splice(at, 1)[0]
}
