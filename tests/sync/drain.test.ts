import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBenchBoard, joinAs, type BenchBoard } from '../bench/support/bench-board'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { connectClient, type SyncClient } from '../support/rooms/sync-client'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'
import { until } from '../support/until'

const START_AT_MOST_MS = 260_000

let server: ContourServer
let board: BenchBoard
let clients: SyncClient[]

beforeEach(async () => {
  clients = []
  server = await startContourServer()
  board = await createBenchBoard(server.origin, 1)
}, START_AT_MOST_MS)
afterEach(async () => {
  for (const client of clients) client.stop()
  await server.stop()
})

async function enter(name: string): Promise<SyncClient> {
  const cookie = await joinAs(server.origin, board.secret, name)
  const url = `${server.origin.replace('http', 'ws')}/sync`
  const client = connectClient({ server: url, boardId: board.id, cookie, origin: server.origin })
  clients.push(client)
  await client.synced()
  return client
}

it('[SAVE-5] a process that is asked to end writes and acks what it received, and tells everybody 1012', async () => {
  const [ada, ben] = [await enter('Ada'), await enter('Ben')]
  addTitled(ada.board, 'Ada', 'the last one')
  const codes: (number | undefined)[] = []
  for (const { provider } of [ada, ben]) provider.once('connection-close', (event) => codes.push(event?.code))
  const exitCode = server.drain()
  await until('both lines have ended', () => codes.length === 2)
  expect([codes, await exitCode]).toEqual([[1012, 1012], 0])
  await server.restart()
  const cleo = await enter('Cleo')
  expect(titlesOn(cleo.board)).toContain('the last one')
})
