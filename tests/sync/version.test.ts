import { afterEach, beforeEach, expect, test } from 'vitest'
import { DOCUMENT_VERSION } from '@/lib/board/document/document-version'
import type { BoardId } from '@/lib/ids'
import { CLOSE_CODES } from '@/lib/sync/close-codes'
import { ageStoredBoard } from '../support/boards/age-board'
import { startHttpHarness, type HttpHarness } from '../support/rooms/http-harness'
import { connectClient, type SyncClient } from '../support/rooms/sync-client'
import { until } from '../support/until'

let server: HttpHarness
const clients: SyncClient[] = []

beforeEach(async () => {
  server = await startHttpHarness()
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.stop()
  await server.stop()
})

test('[EPOCH-5] a page of another version is told to load again; whoever names none is let in', async () => {
  const created = await server.post('/api/boards', { title: 'Board', name: 'Ada' })
  const { id: boardId } = (await created.json()) as { id: string }
  const cookie = created.headers.get('set-cookie')?.split(';')[0] ?? ''
  const connect = (params: Record<string, string>): SyncClient => {
    const { origin } = server
    const client = connectClient({
      server: `${origin.replace('http', 'ws')}/sync`,
      boardId,
      cookie,
      origin,
      params,
    })
    clients.push(client)
    return client
  }
  // Whoever comes first to a board of an older version lets a new epoch begin.
  await ageStoredBoard(server.parts.storage, boardId as BoardId)
  await connect({}).synced()
  expect((await server.parts.storage.findBoard(boardId as BoardId))?.epoch).toBe(2)
  const old = connect({ version: 'older' })
  await until('it is closed for good', () => old.closedWith() === CLOSE_CODES.otherVersion)
  await connect({ version: DOCUMENT_VERSION }).synced()
  await connect({}).synced()
})
