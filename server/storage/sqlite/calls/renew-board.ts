import type { QueryRunner } from '../query-runner'
import type { StorageArguments } from '../storage-calls'
import type { UpdateLog } from './update-log'

const OF_EPOCHS = ['update_log', 'snapshots', 'client_ids'] as const

const FORGET_CHANGE = `DELETE FROM changes WHERE board_id = ? AND record = ?`
const TAKE_CLIENT_IDS = `
  INSERT INTO client_ids (board_id, epoch, client_id, person_id)
  SELECT board_id, :epoch, client_id, person_id FROM client_ids
  WHERE board_id = :boardId AND epoch = :from
    AND (:writers IS NULL OR client_id IN (SELECT value FROM json_each(:writers)))`

/** Begins an epoch, as the port says; knows nothing of transactions. */
export function renewBoard(
  { runner, log }: { readonly runner: QueryRunner; readonly log: UpdateLog },
  ...[first, from, left]: StorageArguments<'renewBoard'>
): boolean {
  const { build } = runner
  const { boardId, epoch } = first
  const board = runner.first(build.selectFrom('boards').select('epoch').where('id', '=', boardId))
  const stands = board?.epoch === from.epoch && log.lastSeq(boardId, from.epoch) === from.seq
  if (!stands || epoch <= from.epoch) return false
  runner.run(build.updateTable('boards').set({ epoch }).where('id', '=', boardId))
  const writers = left ? JSON.stringify(left.writers) : null
  runner.prepare(TAKE_CLIENT_IDS).run({ boardId, epoch, from: from.epoch, writers })
  const forget = runner.prepare(FORGET_CHANGE)
  for (const record of left?.gone ?? []) forget.run(boardId, record)
  log.append(first)
  for (const table of OF_EPOCHS)
    runner.run(build.deleteFrom(table).where('board_id', '=', boardId).where('epoch', '<', from.epoch))
  return true
}
