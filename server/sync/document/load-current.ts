import * as Y from 'yjs'
import { compareToVersion } from '@/lib/board/compare-to-version'
import { drawClientId } from '@/lib/board/draw-client-id'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { renewBoard } from '@/lib/board/renew-board'
import { SERVER_PERSON } from '@/lib/board/step'
import { AppError } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import type { Log } from '../../log'
import type { BoardStorage, LoadedBoard, UpdateBatch } from '../../storage/board-storage'
import { isOvergrown } from './is-overgrown'
import { listGone } from './list-gone'
import { toLiveBoard } from './load-document'

/** A document as it was loaded, and the live one built from it. */
export interface CurrentDocument {
  readonly loaded: LoadedBoard
  readonly board: BoardDocument
}

interface Loading {
  readonly storage: Pick<BoardStorage, 'load' | 'listChanges' | 'renewBoard'>
  readonly boardId: BoardId
  /** Unix milliseconds. */
  readonly now: number
  readonly log: Log
}

/** Made and stored; not stored, as another one stands there by now; or nothing could be stored. */
type Renewal = 'renewed' | 'moved-on' | 'failed'

/**
 * Loads a board for people to work on, while nobody does. One of an older version, or that has grown far beyond what
 * stands on it, begins a new epoch first. Rejects with `no-such-board`, with `server-too-old` for one of a newer
 * version, and where it cannot be read.
 */
export async function loadCurrent(loading: Loading): Promise<CurrentDocument> {
  const found = await loadLive(loading)
  const reason = whyRenew(found.board)
  if (reason === null) return found
  const renewal = await renew(loading, found).catch((cause: unknown): Renewal => {
    loading.log.warn('room.renewal-failed', { boardId: loading.boardId, reason, cause })
    if (reason === 'version') throw new AppError('storage-failed', 'the board cannot be migrated', { cause })
    return 'failed'
  })
  if (renewal === 'failed') return found
  found.board.doc.destroy()
  const current = await loadLive(loading)
  if (whyRenew(current.board) === 'version')
    throw new AppError('storage-failed', 'the board was changed while it was migrated')
  if (renewal === 'renewed') {
    const facts = { reason, epoch: current.loaded.epoch, seq: found.loaded.lastSeq }
    loading.log.info('room.renewed', { boardId: loading.boardId, ...facts })
  }
  return current
}

async function loadLive({ storage, boardId }: Loading): Promise<CurrentDocument> {
  const loaded = await storage.load(boardId)
  if (!loaded) throw new AppError('no-such-board', 'no board is stored under this id')
  return { loaded, board: toLiveBoard(loaded) }
}

function whyRenew(board: BoardDocument): 'version' | 'growth' | null {
  const version = compareToVersion(board)
  if (version === 'newer') throw new AppError('server-too-old', 'the document was written by a newer version')
  if (version === 'older') return 'version'
  return isOvergrown(board) ? 'growth' : null
}

async function renew({ storage, boardId, now }: Loading, found: CurrentDocument): Promise<Renewal> {
  const { loaded, board } = found
  const doc = new Y.Doc()
  doc.clientID = drawClientId(loaded.clientIds)
  const epoch = loaded.epoch + 1
  const changes = await storage.listChanges(boardId)
  renewBoard(board, openBoardDocument(doc), { epoch, now })
  const left = {
    gone: listGone(openBoardDocument(doc), changes),
    writers: [...board.doc.store.clients.keys()],
  }
  const first: UpdateBatch = {
    boardId,
    epoch,
    at: now,
    update: Y.encodeStateAsUpdate(doc),
    changes: [],
    clientIds: [{ clientId: doc.clientID, personId: SERVER_PERSON }],
  }
  doc.destroy()
  const isStored = await storage.renewBoard(first, { epoch: loaded.epoch, seq: loaded.lastSeq }, left)
  return isStored ? 'renewed' : 'moved-on'
}
