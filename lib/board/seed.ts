import * as Y from 'yjs'
import type { InstanceId } from '../ids'
import { findTemplate } from '../templates/catalogue'
import {
  BASE_UNIT,
  LAYOUT_VERSION,
  type BoardDocument,
  type BoardRecord,
  type Json,
  type UnitMap,
} from './layout'
import { SERVER_PERSON } from './step'
import { transactAs } from './transact'

/** The one page every board has, and its document record. */
export const PAGE_ID = 'page:page'
export const DOCUMENT_ID = 'document:document'

/** The template instance a board is born with. */
export const FIRST_INSTANCE = 'first' as InstanceId

/**
 * Fills an empty board, on the server only: meta, the document and page records and one instance of the template. A
 * template nobody knows leaves the board without an instance. `now` is in Unix milliseconds.
 */
export function seedBoard(
  board: BoardDocument,
  seed: { templateId: string; now: number; epoch: number; schema: unknown },
): void {
  transactAs(board, { personId: SERVER_PERSON, now: seed.now, origin: 'server' }, () => {
    board.meta.set('epoch', seed.epoch)
    board.meta.set('schema', seed.schema)
    board.meta.set('layout', LAYOUT_VERSION)
    const meta: Json = { createdBy: SERVER_PERSON, createdAt: seed.now }
    addRecord(board, { id: DOCUMENT_ID, typeName: 'document', gridSize: 10, name: '', meta })
    addRecord(board, { id: PAGE_ID, typeName: 'page', name: 'Page', index: 'a1', meta })
    if (findTemplate(seed.templateId)) addFirstInstance(board, seed.templateId, seed.now)
  })
}

function addRecord(board: BoardDocument, record: BoardRecord): void {
  board.records.set(record.id, new Y.Map<unknown>([[BASE_UNIT, record]]))
}

function addFirstInstance(board: BoardDocument, templateId: string, now: number): void {
  const fields: UnitMap = new Y.Map<unknown>([
    ['templateId', templateId],
    ['place', [0, 0]],
    ['createdBy', SERVER_PERSON],
    ['createdAt', now],
  ])
  board.instances.set(FIRST_INSTANCE, fields)
}
