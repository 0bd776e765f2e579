import * as Y from 'yjs'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { SERVER_PERSON } from '@/lib/board/step'
import { createId, type BoardId } from '@/lib/ids'
import { createLinks, toLinkPaths, type LinkPaths } from '../access/links'
import type { Founding } from '../storage/board-storage'
import type { ApiParts } from './parts'

/** The epoch every new document begins with. */
export const FIRST_EPOCH = 1

interface NewBoard extends Founding {
  readonly title: string
  /** Fills the empty document of the board with this id, at this time (Unix milliseconds). */
  fill(board: BoardDocument, now: number, boardId: BoardId): void
}

/** A board as the API answers with it when it was made. */
export interface CreatedBoard {
  readonly id: BoardId
  readonly title: string
  readonly links: LinkPaths
}

/** Makes a board with fresh links, a document filled by the server and what else it is founded with, all or nothing. */
export async function createBoard(
  parts: ApiParts,
  { title, fill, ...founding }: NewBoard,
): Promise<CreatedBoard> {
  const now = parts.now()
  const id = createId<BoardId>(parts.random)
  const links = createLinks(parts.key, id, now)
  const doc = new Y.Doc()
  fill(openBoardDocument(doc), now, id)
  const first = {
    boardId: id,
    epoch: FIRST_EPOCH,
    at: now,
    update: Y.encodeStateAsUpdate(doc),
    changes: [],
    clientIds: [{ clientId: doc.clientID, personId: SERVER_PERSON }],
  }
  doc.destroy()
  await parts.storage.createBoard({ id, title, epoch: FIRST_EPOCH, createdAt: now }, links, first, founding)
  return { id, title, links: toLinkPaths(parts.key, links) }
}
