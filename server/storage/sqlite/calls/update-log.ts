import type { BoardId, PersonId } from '@/lib/ids'
import type { UpdateBatch } from '../../board-storage'
import type { QueryRunner } from '../query-runner'

/** One update as the log holds it. */
interface LoggedUpdate {
  readonly seq: number
  readonly bytes: Uint8Array
}

/** The log of updates: the hot path, on statements prepared once. It knows nothing of transactions. */
export interface UpdateLog {
  /** Writes one batch and answers with its sequence number, the next of its board and epoch. */
  append(batch: UpdateBatch): number
  readAfter(boardId: BoardId, epoch: number, seq: number): readonly LoggedUpdate[]
  /** How many bytes the newest snapshot and the log after it have. */
  measure(boardId: BoardId, epoch: number): number
  /** The sequence number of the last update, also where only a snapshot holds it; 0 where there is none. */
  lastSeq(boardId: BoardId, epoch: number): number
  readClientIds(boardId: BoardId, epoch: number): ReadonlyMap<number, PersonId>
}

// The snapshot counts too: a board whose whole log is covered must not start again at 1.
const LAST_SEQ = `max(
    coalesce((SELECT max(seq) FROM update_log WHERE board_id = :boardId AND epoch = :epoch), 0),
    coalesce((SELECT max(upto_seq) FROM snapshots WHERE board_id = :boardId AND epoch = :epoch), 0))`

const APPEND = `
  INSERT INTO update_log (board_id, epoch, at, bytes, seq)
  SELECT :boardId, :epoch, :at, :bytes, 1 + ${LAST_SEQ}
  RETURNING seq`

const READ_LAST_SEQ = `SELECT ${LAST_SEQ} AS seq`

const NOTE_CHANGE = `
  INSERT INTO changes (board_id, record, person_id, at, seq) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET person_id = excluded.person_id, at = excluded.at, seq = excluded.seq
  WHERE excluded.at >= changes.at`

// A client id stays with the person who used it first.
const BIND_CLIENT_ID = `
  INSERT INTO client_ids (board_id, epoch, client_id, person_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`

const READ_AFTER = `SELECT seq, bytes FROM update_log WHERE board_id = ? AND epoch = ? AND seq > ? ORDER BY seq`

// SQLite knows the length of bytes without reading them.
const MEASURE = `
  WITH newest AS (
    SELECT upto_seq, length(bytes) AS bytes FROM snapshots
    WHERE board_id = :boardId AND epoch = :epoch ORDER BY upto_seq DESC LIMIT 1)
  SELECT coalesce((SELECT bytes FROM newest), 0) + coalesce((
    SELECT sum(length(bytes)) FROM update_log
    WHERE board_id = :boardId AND epoch = :epoch
      AND seq > coalesce((SELECT upto_seq FROM newest), 0)), 0) AS bytes`

const READ_CLIENT_IDS = `SELECT client_id AS clientId, person_id AS personId FROM client_ids WHERE board_id = ? AND epoch = ?`

/** Makes the log on an open database; its methods throw what SQLite throws. */
export function createUpdateLog(runner: QueryRunner): UpdateLog {
  const insert = runner.prepare(APPEND)
  const noteChange = runner.prepare(NOTE_CHANGE)
  const bindClientId = runner.prepare(BIND_CLIENT_ID)
  const readAfter = runner.prepare(READ_AFTER)
  const measure = runner.prepare(MEASURE)
  const readLastSeq = runner.prepare(READ_LAST_SEQ)
  const readClientIds = runner.prepare(READ_CLIENT_IDS)
  return {
    append: ({ boardId, epoch, at, update, changes, clientIds }) => {
      const { seq } = insert.get({ boardId, epoch, at, bytes: update }) as { seq: number }
      for (const change of changes) noteChange.run(boardId, change.record, change.personId, change.at, seq)
      for (const { clientId, personId } of clientIds) bindClientId.run(boardId, epoch, clientId, personId)
      return seq
    },
    readAfter: (boardId, epoch, seq) => readAfter.all(boardId, epoch, seq) as LoggedUpdate[],
    measure: (boardId, epoch) => (measure.get({ boardId, epoch }) as { bytes: number }).bytes,
    lastSeq: (boardId, epoch) => (readLastSeq.get({ boardId, epoch }) as { seq: number }).seq,
    readClientIds: (boardId, epoch) => {
      const rows = readClientIds.all(boardId, epoch) as { clientId: number; personId: PersonId }[]
      return new Map(rows.map((row) => [row.clientId, row.personId]))
    },
  }
}
