import * as Y from 'yjs'
import { compareToVersion } from '@/lib/board/document/compare-to-version'
import { drawClientId } from '@/lib/board/document/draw-client-id'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { renewBoard } from '@/lib/board/document/renew-board'
import { SERVER_PERSON } from '@/lib/board/step'
import { AppError } from '@/lib/errors'
import type { BoardId } from '@/lib/ids'
import type { Log } from '../../log'
import type { BoardStorage, LoadedBoard, UpdateBatch } from '../../storage/board-storage'
import { isOvergrown } from './growth/is-overgrown'
import { listGone } from './list-gone'
import { toLiveBoard } from './load-document'
import type { Pace } from '../pace'

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
  /** How it is built: many others work meanwhile. */
  readonly pace: Pace
  /** What is stored. */
  readonly stored: LoadedBoard
}

/** Made and stored; not stored, as another one stands there by now; or nothing could be stored. */
type Renewal = Renewed | 'moved-on' | 'failed'

interface Renewed {
  readonly update: Uint8Array
  readonly board: BoardDocument
}

/**
 * Builds a stored board for people to work on, while nobody does. One of an older version, or that has grown far beyond what
 * stands on it, begins a new epoch first. Rejects with `server-too-old` for one of a newer version, and where it
 * cannot be read.
 */
export async function loadCurrent(loading: Loading): Promise<CurrentDocument> {
  const found = await build(loading, loading.stored)
  const reason = whyRenew(found.board)
  if (reason === null) return found
  const renewal = await renew(loading, found).catch((cause: unknown): Renewal => {
    loading.log.warn('room.renewal-failed', { boardId: loading.boardId, reason, cause })
    if (reason === 'version') throw new AppError('storage-failed', 'the board cannot be migrated', { cause })
    return 'failed'
  })
  if (renewal === 'failed') return found
  found.board.doc.destroy()
  const current = await loadRenewed(loading, renewal)
  if (whyRenew(current.board) === 'version')
    throw new AppError('storage-failed', 'the board was changed while it was migrated')
  if (renewal !== 'moved-on') {
    const facts = { reason, epoch: current.loaded.epoch, seq: found.loaded.lastSeq }
    loading.log.info('room.renewed', { boardId: loading.boardId, ...facts })
  }
  return current
}

/** Reads a board as it is stored. Rejects with `no-such-board`, and where it cannot be read. */
export async function loadStored({
  storage,
  boardId,
}: Pick<Loading, 'storage' | 'boardId'>): Promise<LoadedBoard> {
  const loaded = await storage.load(boardId)
  if (!loaded) throw new AppError('no-such-board', 'no board is stored under this id')
  return loaded
}

async function build({ pace }: Loading, loaded: LoadedBoard): Promise<CurrentDocument> {
  return { loaded, board: await pace.run(toLiveBoard(loaded)) }
}

/** Where what stands there is what was made here, it need not be built once more. */
async function loadRenewed(loading: Loading, renewal: Renewed | 'moved-on'): Promise<CurrentDocument> {
  const loaded = await loadStored(loading)
  if (renewal === 'moved-on' || !isAll(loaded, renewal.update)) return build(loading, loaded)
  renewal.board.doc.clientID = drawClientId(loaded.clientIds)
  return { loaded, board: renewal.board }
}

function isAll({ snapshot, updates }: LoadedBoard, update: Uint8Array): boolean {
  const [first, ...others] = updates
  return (
    snapshot === null && others.length === 0 && first !== undefined && Buffer.compare(first, update) === 0
  )
}

function whyRenew(board: BoardDocument): 'version' | 'growth' | null {
  const version = compareToVersion(board)
  if (version === 'newer') throw new AppError('server-too-old', 'the document was written by a newer version')
  if (version === 'older') return 'version'
  return isOvergrown(board) ? 'growth' : null
}

async function renew(loading: Loading, found: CurrentDocument): Promise<Renewal> {
  const { storage, boardId, now, pace } = loading
  const { loaded, board } = found
  const doc = new Y.Doc()
  doc.clientID = drawClientId(loaded.clientIds)
  const epoch = loaded.epoch + 1
  const changes = await storage.listChanges(boardId)
  const renewed = openBoardDocument(doc)
  await pace.run(renewBoard(board, renewed, { epoch, now }))
  const left = {
    gone: listGone(renewed, changes),
    writers: [...board.doc.store.clients.keys()],
  }
  const first: UpdateBatch = {
    boardId,
    epoch,
    at: now,
    update: await pace.do(() => Y.encodeStateAsUpdate(doc)),
    changes: [],
    clientIds: [{ clientId: doc.clientID, personId: SERVER_PERSON }],
  }
  const isStored = await storage.renewBoard(first, { epoch: loaded.epoch, seq: loaded.lastSeq }, left)
  if (isStored) return { update: first.update, board: renewed }
  doc.destroy()
  return 'moved-on'
}
