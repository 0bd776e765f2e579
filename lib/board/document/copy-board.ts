import * as Y from 'yjs'
import { sourceOf } from '../initiatives/addresses'
import {
  BASE_UNIT,
  ENTITY_ROOTS,
  PREVIOUS_EPOCHS,
  teamOfTarget,
  type BoardDocument,
  type BoardRecord,
  type Placement,
  type UnitMap,
} from '../layout'
import { hasHome } from '../places/cards/has-home'
import { readRecord } from '../read'
import { SERVER_PERSON } from '../step'
import { transactAs } from '../transact'
import { runAtOnce } from '../../run-at-once'

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
  runAtOnce(copyBoardInPieces(source, target, order))
}

/** The same for boards that may be large; yields after each piece, between which the source has to stay as it is. */
export function* copyBoardInPieces(
  source: BoardDocument,
  target: BoardDocument,
  order: CopyOrder,
): Generator<void, void> {
  const author = { personId: SERVER_PERSON, now: order.now, origin: 'server' } as const
  const write = (run: () => void): unknown => transactAs(target, author, run)
  write(() => {
    for (const [key, value] of source.meta) if (key !== PREVIOUS_EPOCHS) target.meta.set(key, value)
    target.meta.set('epoch', order.epoch)
  })
  for (const root of ENTITY_ROOTS)
    yield* inPieces(source[root], write, (id, fields) => {
      if (!fields.get('deleted')) target[root].set(id, fields.clone())
    })
  write(() => dropReferences(target))
  yield* inPieces(source.records, write, (id, map) => target.records.set(id, copyRecord(map, order)))
  yield* inPieces(source.placements, write, (key, placement) => {
    if (placement && standsOn(target, key, placement)) target.placements.set(key, placement)
  })
}

/** So many take a few milliseconds. */
const ENTRIES_OF_PIECE = 50

function* inPieces<Value>(
  source: Y.Map<Value>,
  write: (run: () => void) => unknown,
  copy: (key: string, value: Value) => void,
): Generator<void, void> {
  const entries = source.entries()
  for (let isMore = true; isMore;) {
    write(() => {
      for (let at = 0; at < ENTRIES_OF_PIECE && isMore; at++) {
        const next = entries.next()
        if (next.done) isMore = false
        else copy(...next.value)
      }
    })
    yield
  }
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
