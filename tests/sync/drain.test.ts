import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
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

it('[SAVE-7] a list that is still on its way when the process is asked to end is answered, not cut off', async () => {
  const ada = await enter('Ada')
  const told = new Promise((resolve) => ada.provider.once('connection-close', resolve))
  // So many that they are read aside, which takes longer than all else that ends.
  const list = 'title,summary\n' + `Row,${'with words '.repeat(60)}\n`.repeat(1_500)
  const sending = startSending(list.length)
  await new Promise((resolve) => sending.once('continue', resolve))
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sending.once('response', resolve).once('error', reject)
  })
  const exitCode = server.drain()
  await told
  sending.end(list)
  const answer = await answered
  expect([answer.statusCode, await json(answer)]).toMatchObject([503, { error: { code: 'restarting' } }])
  expect(await exitCode).toBe(0)
})

/** Begins to send a list; its server has heard of it once it says to go on. */
function startSending(bytes: number): ClientRequest {
  const headers = {
    cookie: board.cookie,
    origin: server.origin,
    'content-type': 'text/csv',
    'content-length': bytes,
    expect: '100-continue',
  }
  const sending = request(`${server.origin}/api/boards/${board.id}/import`, {
    method: 'POST',
    agent: false,
    headers,
  })
  sending.flushHeaders()
  return sending
}
