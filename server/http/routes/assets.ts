import { boardOfAsset, toAssetId, toAssetPath } from '@/lib/board/initiatives/addresses'
import { AppError } from '@/lib/errors'
import { countScans } from '@/lib/images/count-scans'
import { readImageHeader } from '@/lib/images/image-header'
import { mayMove } from '@/lib/images/may-move'
import { createId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Api } from '../api-type'
import { readBytes } from '../body'
import { cookieOf } from '../cookie-of'
import { ASSET_POLICY } from '../headers'
import type { StoredAsset } from '../../storage/board-storage'
import type { ApiParts } from '../parts'
import { sendBytes } from '../images/send-bytes'
import { SharedImages } from '../images/shared-images'
import { createSendingTurns } from '../turns/sending-turns'
import { createUploadTurns } from '../turns/upload-turns'

const ONE_YEAR_S = 31_536_000
/** What images one board may hold. */
const ROOM = {
  count: LIMITS.ASSETS_PER_BOARD,
  bytes: LIMITS.ASSETS_BYTES_PER_BOARD,
  pixels: LIMITS.ASSETS_PIXELS_PER_BOARD,
}

/** Image uploads and their serving. The type is what the bytes say, never what the sender says. */
export function addAssetRoutes(api: Api, parts: ApiParts): void {
  const turns = createUploadTurns(parts.asking, {
    perPerson: LIMITS.UPLOADS_PER_PERSON,
    inAll: LIMITS.UPLOADS_IN_ALL,
    waitAtMostMs: LIMITS.TURN_AT_MOST_MS,
    waitingPerPerson: LIMITS.TURNS_WAITING_PER_PERSON,
    lastsMs: LIMITS.TURN_LASTS_MS,
  })

  api.post('/api/boards/:id/assets', async (context) => {
    const { board, person } = await parts.visitors.require(cookieOf(context), context.req.param('id'), 'edit')
    return turns.inTurn(person.id, async (turn) => {
      const bytes = await readBytes(context, LIMITS.ASSET_BYTES, { turn })
      // Minutes may have passed: who was removed meanwhile adds nothing.
      await parts.visitors.require(cookieOf(context), board.id, 'edit')
      const { type, pixels } = requireImage(bytes)
      await parts.intake.admitBytes(context.env.incoming, bytes.length)
      const id = toAssetId(board.id, createId(parts.random))
      const asset = { id, boardId: board.id, type, bytes, pixels }
      const isKept = await parts.storage.saveAsset(asset, parts.now(), ROOM)
      if (!isKept) throw new AppError('too-many-images', 'the images of this board fill their room')
      return context.json({ src: toAssetPath(id) }, 201)
    })
  })

  const images = new SharedImages(parts.storage)
  const imageTurns = createSendingTurns(parts.asking, {
    atOnce: LIMITS.IMAGES_AT_ONCE,
    waitingPerPerson: LIMITS.IMAGES_WAITING_PER_PERSON,
    lastsMs: LIMITS.IMAGE_TURN_MS,
  })
  api.get('/assets/:assetId', async (context) => {
    const assetId = context.req.param('assetId')
    const boardId = boardOfAsset(assetId)
    if (!boardId) throw new AppError('not-found', 'no id of an asset')
    // First: the image is read once for many, in nobody's name, which nobody may use who is not on the board.
    await parts.visitors.require(cookieOf(context), boardId, 'read')
    const { outgoing } = context.env
    return imageTurns.inTurn(outgoing, async () => {
      // Time may have passed: who was removed meanwhile is shown nothing.
      await parts.visitors.require(cookieOf(context), boardId, 'read')
      const asset = await parts.asking.inNobodysName(() => images.find(assetId))
      if (asset?.boardId !== boardId) throw new AppError('not-found', 'no such asset')
      // So that they are kept until then: whoever asks for the same image meanwhile is given these very bytes.
      outgoing.once('close', () => void asset.bytes)
      const headers = {
        'content-type': asset.type,
        'content-security-policy': ASSET_POLICY,
        'content-disposition': 'inline',
        'cache-control': `private, max-age=${ONE_YEAR_S}, immutable`,
      }
      return sendBytes(outgoing, { bytes: asset.bytes, headers })
    })
  })
}

/** Few bytes may unfold to gigabytes in the browser of everybody who looks at the board. */
function requireImage(bytes: Uint8Array): Pick<StoredAsset, 'type' | 'pixels'> {
  const header = readImageHeader(bytes)
  if (!header) throw new AppError('unsupported-image', 'the bytes are no PNG, JPEG, GIF or WebP')
  const pixels = header.width * header.height
  const moves = mayMove(bytes, header.type)
  if (pixels > (moves ? LIMITS.MOVING_IMAGE_PIXELS : LIMITS.IMAGE_PIXELS))
    throw new AppError('too-many-pixels', 'the image unfolds to too many pixels')
  if (countScans(bytes, header.type) > LIMITS.IMAGE_SCANS)
    throw new AppError('too-many-pixels', 'the image unfolds its pixels too many times')
  return { type: header.type, pixels: moves ? pixels * LIMITS.MOVING_IMAGE_TIMES : pixels }
}
