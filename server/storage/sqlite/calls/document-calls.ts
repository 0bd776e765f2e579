import type { LoadedBoard } from '../../board-storage'
import type { BoardId } from '@/lib/ids'
import type { QueryRunner } from '../query-runner'
import { renewBoard } from './renew-board'
import type { Snapshots } from './snapshots'
import type { StorageCalls } from '../storage-calls'
import type { UpdateLog } from './update-log'

/** The character after the slash: names that go on from a record lie before it. */
const AFTER_SLASH = '0'

type DocumentCalls = Pick<
  StorageCalls,
  | 'append'
  | 'renewBoard'
  | 'load'
  | 'measureDocument'
  | 'lastSeq'
  | 'saveSnapshot'
  | 'listChanges'
  | 'listChangesOf'
>

/** The calls about what stands on a board. */
export function createDocumentCalls(
  runner: QueryRunner,
  log: UpdateLog,
  snapshots: Snapshots,
): DocumentCalls {
  const { build } = runner
  const epochOf = (boardId: BoardId): number | null =>
    runner.first(build.selectFrom('boards').select('epoch').where('id', '=', boardId))?.epoch ?? null
  const changesOf = (boardId: BoardId) =>
    build
      .selectFrom('changes')
      .select(['record', 'person_id as personId', 'at'])
      .where('board_id', '=', boardId)
      .orderBy('at', 'desc')
      .orderBy('seq', 'desc')
      .orderBy('record')
  return {
    append: (batches) => runner.transaction(() => batches.map((batch) => log.append(batch))),
    renewBoard: (...given) => runner.transaction(() => renewBoard({ runner, log }, ...given)),
    load: (boardId) => {
      const epoch = epochOf(boardId)
      return epoch === null ? null : loadDocument({ boardId, epoch, log, snapshots })
    },
    measureDocument: (boardId) => {
      const epoch = epochOf(boardId)
      return epoch === null ? 0 : log.measure(boardId, epoch)
    },
    lastSeq: (boardId) => {
      const epoch = epochOf(boardId)
      return epoch === null ? 0 : log.lastSeq(boardId, epoch)
    },
    saveSnapshot: (...[boardId, epoch, uptoSeq, bytes]) => {
      runner.transaction(() => snapshots.save(boardId, epoch, { uptoSeq, bytes }))
    },
    listChanges: (boardId) => runner.all(changesOf(boardId)),
    listChangesOf: (boardId, record) =>
      runner.all(
        changesOf(boardId).where(({ eb, or, and }) =>
          or([
            eb('record', '=', record),
            and([eb('record', '>', `${record}/`), eb('record', '<', `${record}${AFTER_SLASH}`)]),
          ]),
        ),
      ),
  }
}

interface DocumentPlace {
  readonly boardId: BoardId
  readonly epoch: number
  readonly log: UpdateLog
  readonly snapshots: Snapshots
}

function loadDocument({ boardId, epoch, log, snapshots }: DocumentPlace): LoadedBoard {
  const snapshot = snapshots.findNewestSound(boardId, epoch)
  const coveredSeq = snapshot?.uptoSeq ?? 0
  const tail = log.readAfter(boardId, epoch, coveredSeq)
  const isWhole = tail.every((update, index) => update.seq === coveredSeq + 1 + index)
  // A document with a hole, or none at all, would look like a board on which people's work never happened.
  if (!isWhole || coveredSeq + tail.length === 0)
    throw new Error(`The log of board ${boardId} breaks off after update ${coveredSeq}.`)
  return {
    epoch,
    snapshot: snapshot?.bytes ?? null,
    updates: tail.map((update) => update.bytes),
    lastSeq: coveredSeq + tail.length,
    clientIds: log.readClientIds(boardId, epoch),
  }
}
