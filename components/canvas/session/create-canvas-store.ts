import { createTLStore, type TLAssetStore, type TLStore } from 'tldraw'
import { createBoardSchema } from '@/lib/board/schema'
import type { BoardClient } from '../../board/board-client'
import { attachClient } from './store-client'

/** Makes the empty store of one board's canvas. Its schema is the one the server checks records with. */
export function createCanvasStore(client: BoardClient): TLStore {
  const store = createTLStore({ schema: createBoardSchema(), assets: assetsOf(client) })
  attachClient(store, client)
  return store
}

/** Pictures go to the server; without this the editor would write their bytes into the document. */
function assetsOf(client: BoardClient): TLAssetStore {
  return {
    async upload(_asset, file) {
      const src = await client.uploadImage(file)
      if (src === null) throw new Error('The picture was refused')
      return { src }
    },
    resolve: (asset) => ('src' in asset.props ? (asset.props.src ?? null) : null),
  }
}
