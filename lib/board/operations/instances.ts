import * as Y from 'yjs'
import type { InstanceId } from '../../ids'
import { currentUnit } from '../current-unit'
import type { BoardDocument } from '../layout'
import type { Author, Step } from '../step'
import { transactAs } from '../transact'
import { sameJson } from '../units'

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
    return [{ kind: 'entity', root: 'instances', id: given.id, deleted: false }]
  })
}

/** Moves a template's top left corner to this page point; its cards follow, because they hang on it. */
export function moveInstance(
  board: BoardDocument,
  author: Author,
  { id, place }: { id: InstanceId; place: readonly [x: number, y: number] },
): Step {
  return transactAs(board, author, (): Step => {
    const current = currentUnit(board, { root: 'instances', id, unit: 'place' })
    if (!current || sameJson(current.value, place)) return []
    board.instances.get(id)?.set('place', [...place])
    const change = { kind: 'unit', root: 'instances', id, unit: 'place' } as const
    return [{ ...change, before: current.value, after: [...place] }]
  })
}
