import type { QueryRunner } from '../query-runner'
import type { StorageCalls } from '../storage-calls'

type AssetCalls = Pick<StorageCalls, 'saveAsset' | 'findAsset'>

/** The calls about uploaded images. An image that is there already stays as it is. */
export function createAssetCalls(runner: QueryRunner): AssetCalls {
  const { build } = runner
  return {
    saveAsset: ({ id, boardId, type, bytes }, at) => {
      runner.run(
        build
          .insertInto('assets')
          .values({ id, board_id: boardId, type, bytes, created_at: at })
          .onConflict((conflict) => conflict.column('id').doNothing()),
      )
    },
    findAsset: (assetId) =>
      runner.first(
        build
          .selectFrom('assets')
          .select(['id', 'board_id as boardId', 'type', 'bytes'])
          .where('id', '=', assetId),
      ),
  }
}
