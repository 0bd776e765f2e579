import * as Y from 'yjs'
import { compareToVersion, schemaOf, type Snapshot } from './compare-to-version'
import { copyBoardInPieces } from './copy-board'
import {
  BASE_UNIT,
  LAYOUT_VERSION,
  listPreviousEpochs,
  PREVIOUS_EPOCHS,
  type BoardDocument,
  type BoardRecord,
} from '../layout'
import { readRecord } from '../read'
import { BOARD_SCHEMA, SERIALIZED_SCHEMA } from '../schema'

/** A browser that was away for longer does again what it cannot tell was done. */
const EPOCHS_KEPT = 8

interface RenewalOrder {
  readonly epoch: number
  /** Unix milliseconds. */
  readonly now: number
}

/**
 * Fills an empty document with what stands on a board, as its next epoch: without history, without what was deleted,
 * its records as this version has them. Yields after each piece, between which the source has to stay as it is. On the
 * server only. Throws where a record cannot be migrated.
 */
export function* renewBoard(
  source: BoardDocument,
  target: BoardDocument,
  order: RenewalOrder,
): Generator<void, void> {
  yield* copyBoardInPieces(source, target, { ...order, renameAsset: (src) => src })
  const epoch = source.meta.get('epoch')
  target.doc.transact(() => {
    if (compareToVersion(source) === 'older') migrateRecords(target, schemaOf(source))
    target.meta.set('schema', SERIALIZED_SCHEMA)
    target.meta.set('layout', LAYOUT_VERSION)
    const last = { epoch, vector: Y.encodeStateVector(source.doc) }
    target.meta.set(PREVIOUS_EPOCHS, [last, ...listPreviousEpochs(source)].slice(0, EPOCHS_KEPT))
  })
}

function migrateRecords(board: BoardDocument, schema: Snapshot['schema'] | null): void {
  if (schema === null) return
  const store: Record<string, BoardRecord> = {}
  for (const [id, map] of board.records) {
    const record = readRecord(map)
    if (record) store[id] = record
  }
  const migrated = BOARD_SCHEMA.migrateStoreSnapshot({ store, schema } as unknown as Snapshot)
  if (migrated.type === 'error') throw new Error(`The records cannot be migrated: ${migrated.reason}.`)
  const records = migrated.value as unknown as Record<string, BoardRecord>
  for (const id of Object.keys(store)) if (!records[id]) board.records.delete(id)
  for (const [id, record] of Object.entries(records)) {
    board.records.set(id, new Y.Map<unknown>([[BASE_UNIT, record]]))
  }
}
