import * as Y from 'yjs'
import { sourceOf } from './addresses'
import {
  BASE_UNIT,
  ENTITY_ROOTS,
  PREVIOUS_EPOCHS,
  teamOfTarget,
  type BoardDocument,
  type BoardRecord,
  type Placement,
  type UnitMap,
} from './layout'
import { hasHome } from './places/has-home'
import { readRecord } from './read'
import { SERVER_PERSON } from './step'
import { transactAs } from './transact'

/** How the copy differs from what it copies. */
interface CopyOrder {
  readonly epoch: number
  /** Unix milliseconds. */
  readonly now: number
  /** The address under which an uploaded image of the source is kept for the copy. */
  renameAsset(src: string): string
}

/**
 * Fills an empty document with what stands on another board, without its history: what was deleted there is left
 * out, and who made what when stays. On the server only.
 */
export function copyBoard(source: BoardDocument, target: BoardDocument, order: CopyOrder): void {
  transactAs(target, { personId: SERVER_PERSON, now: order.now, origin: 'server' }, () => {
    for (const [key, value] of source.meta) if (key !== PREVIOUS_EPOCHS) target.meta.set(key, value)
    target.meta.set('epoch', order.epoch)
    for (const root of ENTITY_ROOTS) copyLiving(source[root], target[root])
    dropReferences(target)
    for (const [id, map] of source.records) target.records.set(id, copyRecord(map, order))
    for (const [key, placement] of source.placements) {
      if (placement && standsOn(target, key, placement)) target.placements.set(key, placement)
    }
  })
}

function copyLiving(source: Y.Map<UnitMap>, target: Y.Map<UnitMap>): void {
  for (const [id, fields] of source) if (!fields.get('deleted')) target.set(id, fields.clone())
}

/** What named a team that was deleted would name nothing at all in the copy, where nobody can bring it back. */
function dropReferences({ teams, initiatives, interactions, instances }: BoardDocument): void {
  const isThere = (root: Y.Map<UnitMap>, id: unknown): boolean => typeof id === 'string' && root.has(id)
  for (const fields of initiatives.values()) {
    if (!isThere(teams, fields.get('teamId'))) fields.delete('teamId')
  }
  for (const [id, fields] of [...interactions]) {
    const [from, to, instance] = ['from', 'to', 'instance'].map((field) => fields.get(field))
    if (!isThere(teams, from) || !isThere(teams, to) || !isThere(instances, instance)) interactions.delete(id)
  }
}

/** The units changed since a record's creation become part of its base. What is no record is kept as it is. */
function copyRecord(map: UnitMap, order: CopyOrder): UnitMap {
  const record = readRecord(map)
  return record ? new Y.Map<unknown>([[BASE_UNIT, withOwnAsset(record, order)]]) : map.clone()
}

function withOwnAsset(record: BoardRecord, order: CopyOrder): BoardRecord {
  const src = sourceOf(record)
  return src === null
    ? record
    : { ...record, props: { ...(record['props'] as object), src: order.renameAsset(src) } }
}

/** Also not on a team that is left out. */
function standsOn(board: BoardDocument, key: string, { target }: Placement): boolean {
  const teamId = teamOfTarget(target)
  return hasHome(board, key) && (teamId === null || board.teams.has(teamId))
}
