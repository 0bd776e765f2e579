import type { QueryRunner } from '../query-runner'
import type { StorageArguments } from '../storage-calls'
import type { UpdateLog } from './update-log'

const OF_EPOCHS = ['update_log', 'snapshots', 'client_ids'] as const

const FORGET_CHANGE = `DELETE FROM changes WHERE board_id = ? AND record = ?`

/** Begins an epoch, as the port says; knows nothing of transactions. */
export function renewBoard(
  { runner, log }: { readonly runner: QueryRunner; readonly log: UpdateLog },
  ...[first, from, gone = []]: StorageArguments<'renewBoard'>
): boolean {
  const { build } = runner
  const { boardId, epoch } = first
  const board = runner.first(build.selectFrom('boards').select('epoch').where('id', '=', boardId))
  const stands = board?.epoch === from.epoch && log.lastSeq(boardId, from.epoch) === from.seq
  if (!stands || epoch <= from.epoch) return false
  runner.run(build.updateTable('boards').set({ epoch }).where('id', '=', boardId))
  const known = build
    .selectFrom('client_ids')
    .select(({ val }) => ['board_id', val(epoch).as('epoch'), 'client_id', 'person_id'])
    .where('board_id', '=', boardId)
    .where('epoch', '=', from.epoch)
  const columns = ['board_id', 'epoch', 'client_id', 'person_id'] as const
  runner.run(build.insertInto('client_ids').columns(columns).expression(known))
  const forget = runner.prepare(FORGET_CHANGE)
  for (const record of gone) forget.run(boardId, record)
  log.append(first)
  for (const table of OF_EPOCHS)
    runner.run(build.deleteFrom(table).where('board_id', '=', boardId).where('epoch', '<', from.epoch))
  return true
}
