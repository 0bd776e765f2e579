import type { BoardDocument } from '@/lib/board/layout'
import { drawBoardPicture, type BoardPicture } from '@/lib/board/pictures/picture'
import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Visitor } from '../../access/visitors'
import type { StoredBoard } from '../../storage/board-storage'
import type { Api } from '../api-type'
import { cookieOf } from '../cookie-of'
import { createKeyedLimit } from '../limits/keyed-limit'
import type { ApiParts } from '../parts'
import { FairQueue } from '../turns/queue/fair-queue'

/** `GET /api/boards/:id/picture`: a board in outline, for its members. */
export function addPictureRoutes(api: Api, parts: ApiParts): void {
  const pictures = createPictures(parts)
  api.get('/api/boards/:id/picture', async (context) => {
    const find = (): Promise<Visitor> =>
      parts.visitors.require(cookieOf(context), context.req.param('id'), 'read')
    const { person } = await find()
    // Time may have passed until it is their turn: who was removed meanwhile is shown nothing.
    return context.json(await pictures.of(person.id, async () => (await find()).board))
  })
}

interface Drawn {
  readonly epoch: number
  readonly seq: number
  readonly picture: BoardPicture
}

/** Draws a board again only after it changed, and few at a time: a list of many boards must not load them all at once. */
function createPictures({ rooms, storage, now }: ApiParts) {
  const budget = createKeyedLimit<PersonId>({
    count: LIMITS.PICTURE_MS_PER_PERSON,
    withinMs: LIMITS.PICTURE_MS_PER_PERSON_MS,
    code: 'asked-too-often',
    logMessage: 'too much is drawn for one person',
    now,
  })
  const drawn = new Map<BoardId, Drawn>()
  const queue = new FairQueue<PersonId>({
    atOnce: LIMITS.PICTURES_AT_ONCE,
    waitingAtMost: LIMITS.PICTURES_WAITING_PER_PERSON,
  })

  const drawFor = (personId: PersonId, document: BoardDocument): BoardPicture => {
    const startedAt = now()
    const picture = drawBoardPicture(document)
    budget.spend(personId, now() - startedAt)
    return picture
  }
  const draw = async ({ id: boardId, epoch }: StoredBoard, personId: PersonId): Promise<BoardPicture> => {
    const seq = await storage.lastSeq(boardId)
    const known = drawn.get(boardId)
    if (known && known.seq === seq && known.epoch === epoch) return known.picture
    if (!budget.hasLeft(personId) && known) return known.picture
    budget.take(personId)
    const picture = await rooms.read(boardId, (document) => drawFor(personId, document))
    drawn.delete(boardId)
    drawn.set(boardId, { epoch, seq, picture })
    for (const oldest of drawn.keys()) {
      if (drawn.size <= LIMITS.PICTURES_KEPT) break
      drawn.delete(oldest)
    }
    return picture
  }
  return {
    /** Answers in this person's turn, in which the board is found. */
    of: (personId: PersonId, find: () => Promise<StoredBoard>): Promise<BoardPicture> =>
      queue.run(personId, async () => draw(await find(), personId)),
  }
}
