import * as Y from 'yjs'
import type { PersonId } from '../../ids'
import { ENTITY_ROOTS, parsePlacementKey, teamOfTarget, teamPlacementKey } from '../layout'
import type { BoardDocument, Deletion, EntityRoot, Placement, UnitMap } from '../layout'
import { readPlacement, readRecordBefore } from '../read'
import type { StepChange } from '../step'

/**
 * One thing that somebody else took off the board, as a change that can be taken back. Who it was is said by the mark on
 * what was deleted, or by the Yjs client that wrote it; of a deleted record nothing says.
 */
export interface Removal {
  readonly change: StepChange
  readonly by: { readonly personId: PersonId } | { readonly clientId: number } | null
}

type Change<Kind extends StepChange['kind']> = Extract<StepChange, { kind: Kind }>

interface Hearing {
  /** Says of the origin of a transaction whether it brought what others did. */
  readonly isFromOthers: (origin: unknown) => boolean
  readonly hear: (removals: readonly Removal[]) => void
}

/** Hears, after every transaction from others, what that took off the board, if anything; answers with the undo. */
export function hearRemovals(board: BoardDocument, { isFromOthers, hear }: Hearing): () => void {
  let found: Removal[] = []
  const undos = [
    observe(board.placements, isFromOthers, (event) => {
      found.push(...placementsIn(board, event))
    }),
    observe(board.records, isFromOthers, (event) => {
      found.push(...recordsIn(event))
    }),
    ...ENTITY_ROOTS.map((root) => {
      const look = (events: Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction): void => {
        if (isFromOthers(origin)) found.push(...events.flatMap((event) => deletionIn(root, event) ?? []))
      }
      board[root].observeDeep(look)
      return () => board[root].unobserveDeep(look)
    }),
  ]
  const tell = (): void => {
    const told = found.filter((removal) => isTakenAway(board, removal))
    found = []
    if (told.length > 0) hear(told)
  }
  board.doc.on('afterTransaction', tell)
  return () => {
    board.doc.off('afterTransaction', tell)
    for (const undo of undos) undo()
  }
}

function observe<Value>(
  root: Y.Map<Value>,
  isFromOthers: Hearing['isFromOthers'],
  look: (event: Y.YMapEvent<Value>) => void,
): () => void {
  const lookAtOthers = (event: Y.YMapEvent<Value>): void => {
    if (isFromOthers(event.transaction.origin)) look(event)
  }
  root.observe(lookAtOthers)
  return () => root.unobserve(lookAtOthers)
}

/** What stands somewhere else after the same transaction was moved. What lost the team it stood on comes along. */
function placementsIn(board: BoardDocument, event: Y.YMapEvent<Placement | null>): Removal[] {
  const taken: Change<'placement'>[] = []
  const standing = new Set<string>()
  for (const [key, { oldValue }] of event.changes.keys) {
    const before = (oldValue ?? null) as Placement | null
    const after = readPlacement(board, key)
    if (after !== null) standing.add(thingOf(key))
    if (before && (after === null || isOffTeam(before, after)))
      taken.push({ kind: 'placement', key, before, after })
  }
  return taken
    .filter(({ key, after }) => after !== null || !standing.has(thingOf(key)))
    .map((change) => {
      const clientId = board.placements._map.get(change.key)?.id.client
      return { change, by: clientId === undefined ? null : { clientId } }
    })
}

function isOffTeam(before: Placement, after: Placement): boolean {
  return teamOfTarget(before.target) !== null && after.target === 'frame'
}

/** Whoever takes a card off a team that stays moves it. */
function isTakenAway(board: BoardDocument, { change }: Removal): boolean {
  if (change.kind !== 'placement' || change.after === null) return true
  const team = teamOfTarget(change.before?.target ?? '')
  const instanceId = parsePlacementKey(change.key)?.instanceId
  if (team === null || !instanceId || board.teams.get(team)?.get('deleted')) return true
  return readPlacement(board, teamPlacementKey(team, instanceId)) === null
}

function thingOf(placementKey: string): string {
  return parsePlacementKey(placementKey)?.initiativeId ?? placementKey
}

function recordsIn(event: Y.YMapEvent<UnitMap>): Removal[] {
  const removals: Removal[] = []
  for (const [id, { action, oldValue }] of event.changes.keys) {
    if (action !== 'delete' || !(oldValue instanceof Y.Map)) continue
    const before = readRecordBefore(oldValue as UnitMap, event.transaction)
    if (before) removals.push({ change: { kind: 'record', id, before, after: null }, by: null })
  }
  return removals
}

function deletionIn(root: EntityRoot, event: Y.YEvent<Y.AbstractType<unknown>>): Removal | null {
  const [id, ...deeper] = event.path
  const mark = event.changes.keys.get('deleted')
  if (id === undefined || deeper.length > 0 || !mark || mark.oldValue) return null
  const now = (event.target as UnitMap).get('deleted') as Deletion | undefined
  if (!now) return null
  return { change: { kind: 'entity', root, id: String(id), deleted: true }, by: { personId: now.by } }
}
