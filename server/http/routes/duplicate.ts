import { toAssetId, toAssetPath } from '@/lib/board/initiatives/addresses'
import { copyBoard } from '@/lib/board/document/copy-board'
import { createId, type BoardId, type PersonId } from '@/lib/ids'
import { NAME_LIMITS } from '@/lib/name-limits'
import { LIMITS } from '@/lib/sync/limits'
import type { ImageCopy, StoredBoard } from '../../storage/board-storage'
import type { Api } from '../api-type'
import { cookieOf } from '../cookie-of'
import { createBoard, FIRST_EPOCH, type CreatedBoard } from '../create-board'
import { createKeyedLimit } from '../limits/keyed-limit'
import type { ApiParts } from '../parts'
import { FairQueue } from '../turns/queue/fair-queue'

const UPLOADED = toAssetPath('')

/** `POST /api/boards/:id/duplicate`: a board of one's own with what stands on another. */
export function addDuplicateRoute(api: Api, parts: ApiParts): void {
  const { visitors, log, now } = parts
  const copies = {
    withinMs: LIMITS.DUPLICATES_MS,
    code: 'asked-too-often',
    logMessage: 'too many copies of boards',
    now,
  } as const
  const copiesOfOne = createKeyedLimit<PersonId>({ ...copies, count: LIMITS.DUPLICATES_PER_PERSON })
  const copiesInAll = createKeyedLimit<'all'>({ ...copies, count: LIMITS.DUPLICATES_IN_ALL })
  // Each is let in only once those before it stand, and holds its document in memory only then.
  const oneByOne = new FairQueue<PersonId>({ atOnce: 1, waitingAtMost: LIMITS.DUPLICATES_PER_PERSON })

  api.post('/api/boards/:id/duplicate', async (context) => {
    const { board, person } = await visitors.require(cookieOf(context), context.req.param('id'), 'manage')
    copiesOfOne.take(person.id)
    copiesInAll.take('all')
    const created = await oneByOne.run(person.id, async () => {
      // Minutes may have passed, and the copies before this one may have taken the space there was.
      const { board: source } = await visitors.require(cookieOf(context), board.id, 'manage')
      await parts.intake.admitBoard(context.env.incoming)
      await parts.intake.admitBytes(context.env.incoming, await parts.storage.measureImages(source.id))
      return duplicate(parts, source, person.id)
    })
    log.info('board.duplicated', { boardId: board.id, copy: created.id })
    return context.json(created, 201)
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
