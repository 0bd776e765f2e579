import type { BoardId } from '@/lib/ids'
import { createSqliteBoardStorage } from '@/server/storage/sqlite/sqlite-board-storage'
import { ageStoredBoard } from '../boards/age-board'
import type { OwnServer } from './own-server'

/** Starts a server that has ended as a newer version of itself, which renews the board at this path. */
export async function restartNewer(
  server: Pick<OwnServer, 'dataDirectory' | 'restart'>,
  path: string,
): Promise<void> {
  const storage = createSqliteBoardStorage({ directory: server.dataDirectory })
  await storage.start()
  await ageStoredBoard(storage, path.split('/').at(-1) as BoardId)
  await storage.stop()
  await server.restart()
}
