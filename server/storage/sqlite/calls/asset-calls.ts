import type { BoardId } from '@/lib/ids'
import { isRoomFor } from '../../asset-room'
import type { QueryRunner } from '../query-runner'
import type { StorageCalls } from '../storage-calls'

const BYTES_OF_IMAGES = `SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM assets WHERE board_id = ?`

/** A query of its own, as the index alone answers it. */
export const PIXELS_OF_IMAGES = `SELECT coalesce(sum(pixels), 0) AS pixels FROM assets WHERE board_id = ? AND id != ?`

type AssetCalls = Pick<StorageCalls, 'saveAsset' | 'findAsset' | 'measureImages'>

/** The calls about uploaded images. */
export function createAssetCalls(runner: QueryRunner): AssetCalls {
  const { build } = runner
  return {
    saveAsset: ({ id, boardId, type, bytes, pixels }, at, room) =>
      runner.transaction(() => {
        const held = runner.first(
          build
            .selectFrom('assets')
            .select(({ fn, val }) => [
              fn.countAll<number>().as('count'),
              fn.coalesce(fn.sum<number>(fn<number>('length', ['bytes'])), val(0)).as('bytes'),
            ])
            .where('board_id', '=', boardId)
            .where('id', '!=', id),
        )
        const heldPixels = pixelsBeside(runner, { id, boardId })
        if (held && !isRoomFor({ bytes: bytes.length, pixels }, { ...held, pixels: heldPixels }, room))
          return false
        runner.run(
          build
            .insertInto('assets')
            .values({ id, board_id: boardId, type, bytes, created_at: at, pixels })
            .onConflict((conflict) => conflict.column('id').doNothing()),
        )
        return true
      }),
    findAsset: (assetId) =>
      runner.first(
        build
          .selectFrom('assets')
          .select(['id', 'board_id as boardId', 'type', 'bytes', 'pixels'])
          .where('id', '=', assetId),
      ),
    measureImages: (boardId) => bytesOfImages(runner, boardId),
  }
}

/** How many bytes all images of a board have. */
export function bytesOfImages({ prepare }: QueryRunner, boardId: BoardId): number {
  const { bytes } = prepare(BYTES_OF_IMAGES).get(boardId) as { bytes: number }
  return bytes
}

function pixelsBeside({ prepare }: QueryRunner, { id, boardId }: { id: string; boardId: BoardId }): number {
  const { pixels } = prepare(PIXELS_OF_IMAGES).get(boardId, id) as { pixels: number }
  return pixels
}
