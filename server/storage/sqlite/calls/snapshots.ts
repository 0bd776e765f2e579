import { createHash } from 'node:crypto'
import type { BoardId } from '@/lib/ids'
import { SNAPSHOTS_KEPT } from '../../kept-snapshots'
import type { QueryRunner } from '../query-runner'
import type { StorageLog } from '../storage-log'

interface Snapshot {
  readonly uptoSeq: number
  readonly bytes: Uint8Array
}

/** The snapshots of boards. It knows nothing of transactions. */
export interface Snapshots {
  /** The newest whose checksum holds; each damaged one is reported and passed over. */
  findNewestSound(boardId: BoardId, epoch: number): Snapshot | null
  /** Stores one, then drops the snapshots and the log that no fall-back needs any more. */
  save(boardId: BoardId, epoch: number, snapshot: Snapshot): void
}

/** Makes the snapshots on an open database; damage goes to the log, everything else is thrown. */
export function createSnapshots(runner: QueryRunner, log: StorageLog): Snapshots {
  const { build } = runner
  const listNewestFirst = (boardId: BoardId, epoch: number): number[] =>
    runner
      .all(
        build
          .selectFrom('snapshots')
          .select('upto_seq')
          .where('board_id', '=', boardId)
          .where('epoch', '=', epoch)
          .orderBy('upto_seq', 'desc'),
      )
      .map((row) => row.upto_seq)
  const read = (boardId: BoardId, epoch: number, uptoSeq: number) =>
    runner.first(
      build
        .selectFrom('snapshots')
        .select(['upto_seq as uptoSeq', 'bytes', 'sha256'])
        .where('board_id', '=', boardId)
        .where('epoch', '=', epoch)
        .where('upto_seq', '=', uptoSeq),
    )
  const dropCovered = (boardId: BoardId, epoch: number): void => {
    const oldestKept = listNewestFirst(boardId, epoch)[SNAPSHOTS_KEPT - 1]
    // With fewer snapshots the whole log still stands behind them.
    if (oldestKept === undefined) return
    const ofBoard = { board_id: boardId, epoch }
    runner.run(
      build
        .deleteFrom('snapshots')
        .where((where) => where.and(ofBoard))
        .where('upto_seq', '<', oldestKept),
    )
    runner.run(
      build
        .deleteFrom('update_log')
        .where((where) => where.and(ofBoard))
        .where('seq', '<=', oldestKept),
    )
  }

  return {
    findNewestSound: (boardId, epoch) => {
      for (const uptoSeq of listNewestFirst(boardId, epoch)) {
        const found = read(boardId, epoch, uptoSeq)
        if (found && toSha256(found.bytes) === found.sha256) return found
        log.warn('storage.snapshot-damaged', { boardId, epoch, uptoSeq })
      }
      return null
    },
    save: (boardId, epoch, { uptoSeq, bytes }) => {
      const content = { bytes, sha256: toSha256(bytes) }
      runner.run(
        build
          .insertInto('snapshots')
          .values({ board_id: boardId, epoch, upto_seq: uptoSeq, ...content })
          .onConflict((conflict) => conflict.columns(['board_id', 'epoch', 'upto_seq']).doUpdateSet(content)),
      )
      dropCovered(boardId, epoch)
    },
  }
}

function toSha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
