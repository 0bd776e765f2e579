import { daysLeft, restorableUntil } from '@/lib/access/restorable'
import { can } from '@/lib/access/roles'
import { toAssetId, toAssetPath } from '@/lib/board/addresses'
import { copyBoard } from '@/lib/board/copy-board'
import { AppError } from '@/lib/errors'
import { createId, type BoardId, type PersonId } from '@/lib/ids'
import { NAME_LIMITS } from '@/lib/name-limits'
import { LIMITS } from '@/lib/sync/limits'
import { z } from '@/lib/zod'
import type { ImageCopy, StoredBoard } from '../../storage/board-storage'
import type { Api } from '../api-type'
import { readJsonBody } from '../body'
import { cookieOf } from '../cookie-of'
import { createBoard, FIRST_EPOCH, type CreatedBoard } from '../create-board'
import { createKeyedLimit } from '../limits/keyed-limit'
import { boardTitleSchema } from '../name-schemas'
import type { ApiParts } from '../parts'
import { FairQueue } from '../turns/fair-queue'

const renameSchema = z.object({ title: boardTitleSchema })
const UPLOADED = toAssetPath('')

/** What happens to a board as a whole: renamed, duplicated, deleted, brought back, left. */
export function addBoardLifeRoutes(api: Api, parts: ApiParts): void {
  const { storage, visitors, rooms, log, now } = parts
  const copies = {
    withinMs: LIMITS.DUPLICATES_MS,
    code: 'asked-too-often',
    logMessage: 'too many copies of boards',
    now,
  } as const
  const copiesOfOne = createKeyedLimit<PersonId>({ ...copies, count: LIMITS.DUPLICATES_PER_PERSON })
  const copiesInAll = createKeyedLimit<'all'>({ ...copies, count: LIMITS.DUPLICATES_IN_ALL })

  /** Each is let in only once those before it stand, and holds its document in memory only then. */
  const oneByOne = new FairQueue<PersonId>({ atOnce: 1, waitingAtMost: LIMITS.DUPLICATES_PER_PERSON })

  api.patch('/api/boards/:id', async (context) => {
    // First: minutes may pass until it is here, and who does not manage the board any more then renames nothing.
    const { title } = await readJsonBody(context, renameSchema)
    const { board } = await visitors.require(cookieOf(context), context.req.param('id'), 'manage')
    await storage.renameBoard(board.id, title)
    return context.json({ id: board.id, title })
  })

  api.post('/api/boards/:id/duplicate', async (context) => {
    const { board, person } = await visitors.require(cookieOf(context), context.req.param('id'), 'manage')
    copiesOfOne.take(person.id)
    copiesInAll.take('all')
    const created = await oneByOne.run(person.id, async () => {
      // Minutes may have passed, and the copies before this one may have taken the space there was.
      const { board: source } = await parts.visitors.require(cookieOf(context), board.id, 'manage')
      await parts.intake.admitBoard(context.env.incoming)
      return duplicate(parts, source, person.id)
    })
    log.info('board.duplicated', { boardId: board.id, copy: created.id })
    return context.json(created, 201)
  })

  api.delete('/api/boards/:id', async (context) => {
    const { board } = await visitors.require(cookieOf(context), context.req.param('id'), 'manage')
    const deletedAt = now()
    await storage.setBoardDeleted(board.id, deletedAt)
    await rooms.close(board.id, 'board-deleted')
    log.info('board.deleted', { boardId: board.id })
    return context.json({ id: board.id, deletedAt, restorableUntil: restorableUntil(deletedAt) })
  })

  api.post('/api/boards/:id/restore', async (context) => {
    const { board } = await visitors.require(cookieOf(context), context.req.param('id'), 'restore')
    if (board.deletedAt !== undefined && daysLeft(board.deletedAt, now()) === 0)
      throw new AppError('no-such-board', 'deleted too long ago')
    await storage.setBoardDeleted(board.id, null)
    log.info('board.restored', { boardId: board.id })
    return context.json({ id: board.id, title: board.title })
  })

  api.post('/api/boards/:id/leave', async (context) => {
    const { board, person, membership } = await visitors.require(
      cookieOf(context),
      context.req.param('id'),
      'read',
    )
    // A board whose last facilitator walked away could not be shared, renamed or deleted by anybody.
    if (can(membership.role, 'manage')) throw new AppError('not-allowed', 'facilitators delete, others leave')
    await storage.leave(board.id, person.id, { at: now(), departure: 'left' })
    rooms.putOut(board.id, person.id, 'left-board')
    return context.json({ id: board.id })
  })
}

/** Makes a board of its own from what stands on another, its uploaded images included. */
async function duplicate(parts: ApiParts, source: StoredBoard, founder: PersonId): Promise<CreatedBoard> {
  const copies: ImageCopy[] = []
  const renameAsset = (boardId: BoardId, src: string): string => {
    if (!src.startsWith(UPLOADED)) return src
    const id = src.slice(UPLOADED.length)
    const known = copies.find((copy) => copy.id === id)
    const copy = known ?? { id, copyId: toAssetId(boardId, createId(parts.random)) }
    if (!known) copies.push(copy)
    return toAssetPath(copy.copyId)
  }
  // A title that is cut must not end in half a character.
  const title = `Copy of ${source.title}`
    .slice(0, NAME_LIMITS.BOARD_CHARACTERS)
    .replace(/[\uD800-\uDBFF]$/, '')
  // The document is copied before anything is waited for: what others do meanwhile is in the copy whole or not at all.
  return parts.rooms.read(source.id, (document) =>
    createBoard(parts, {
      title,
      fill: (board, now, boardId) =>
        copyBoard(document, board, {
          epoch: FIRST_EPOCH,
          now,
          renameAsset: (src) => renameAsset(boardId, src),
        }),
      founder,
      // An image record can name any address; only what belongs to this board is handed on.
      images: { from: source.id, copies },
    }),
  )
}
