import * as Y from 'yjs'
import type { InstanceId } from '../../ids'
import { toLine } from '../../text/visible-line'
import { currentUnit } from '../changes/current-unit'
import { REMOVED, type BoardDocument, type BoardRecord } from '../layout'
import { findRecord } from '../read'
import { PAGE_ID } from '../seed'
import { markDeleted, setUnits } from '../set-units'
import type { Author, Step } from '../step'
import { transactAs } from '../transact'
import { updateRecords } from './records'

const ROOT = 'instances'

/** Stands a template on the board, its top left corner at this page point. An id that exists changes nothing. */
export function addInstance(
  board: BoardDocument,
  author: Author,
  given: { id: InstanceId; templateId: string; place: readonly [x: number, y: number] },
): Step {
  return transactAs(board, author, (): Step => {
    if (board.instances.has(given.id)) return []
    board.instances.set(
      given.id,
      new Y.Map<unknown>([
        ['templateId', given.templateId],
        ['place', [...given.place]],
        ['createdBy', author.personId],
        ['createdAt', author.now],
      ]),
    )
    return [{ kind: 'entity', root: ROOT, id: given.id, deleted: false }]
  })
}

interface InstanceMove {
  readonly id: InstanceId
  readonly place: readonly [x: number, y: number]
  /** Ids of canvas records that go along by the same distance, where they lie on the page itself. */
  readonly along?: readonly string[]
}

/** Moves a template's top left corner to this page point; its cards and teams follow, because they hang on it. */
export function moveInstance(
  board: BoardDocument,
  author: Author,
  { id, place, along = [] }: InstanceMove,
): Step {
  return transactAs(board, author, (): Step => {
    const current = currentUnit(board, { root: ROOT, id, unit: 'place' })
    const [x, y] = Array.isArray(current?.value) ? (current.value as readonly number[]) : []
    const step = setUnits(board, author, { root: ROOT, id, units: { place: [...place] } })
    if (step.length === 0 || x === undefined || y === undefined) return step
    const by = { x: place[0] - x, y: place[1] - y }
    const changes = along.flatMap((recordId) => shifted(board, recordId, by) ?? [])
    return [...step, ...updateRecords(board, author, changes)]
  })
}

/** Calls a template on this board by a name of its own; an empty one gives it back the name of its kind. */
export function renameInstance(
  board: BoardDocument,
  author: Author,
  { id, name }: { id: InstanceId; name: string },
): Step {
  const said = toLine(name)
  return setUnits(board, author, { root: ROOT, id, units: { name: said === '' ? REMOVED : said } })
}

/** Takes a template off the board, or puts it back. What stands on it stays in the document and comes back with it. */
export function setInstanceDeleted(
  board: BoardDocument,
  author: Author,
  { id, deleted }: { id: InstanceId; deleted: boolean },
): Step {
  return markDeleted(board, author, { root: ROOT, id, deleted })
}

function shifted(
  board: BoardDocument,
  id: string,
  by: { x: number; y: number },
): { before: BoardRecord; after: BoardRecord } | null {
  const before = findRecord(board, id)
  if (before?.['parentId'] !== PAGE_ID) return null
  return { before, after: { ...before, x: Number(before['x']) + by.x, y: Number(before['y']) + by.y } }
}
