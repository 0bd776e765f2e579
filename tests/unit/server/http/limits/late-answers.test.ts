import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { boundLateAnswers } from '@/server/http/limits/late-answers'

const MB = 1024 * 1024
/** Far more than the system takes of an answer that nobody reads. */
const ANSWER = Buffer.alloc(32 * MB)
let server: Server

/** Asks from a network and reads nothing of what comes. */
function ask(network: string): Promise<IncomingMessage> {
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const headers = { 'x-forwarded-for': network }
    const asked = get({ port, host: '127.0.0.1', agent: false, headers }, (answer) => resolve(answer.pause()))
    asked.on('error', reject)
  })
}

async function readAll(answer: IncomingMessage): Promise<number> {
  let bytes = 0
  for await (const chunk of answer) bytes += (chunk as Buffer).length
  return bytes
}

const openLines = (): Promise<number> =>
  new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))

beforeEach(async () => {
  server = createServer((_request, response) => response.end(ANSWER))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

it('[ROOM-18] cuts the newest answers that nobody reads where they hold too much together', async () => {
  boundLateAnswers(server, { isBehindProxy: true, mostBytes: 40 * MB, lateMs: 20 })
  const [first, second, third] = [await ask('10.0.0.1'), await ask('10.0.0.1'), await ask('10.0.0.1')]
  await vi.waitFor(async () => expect(await openLines()).toBe(1))
  await expect(readAll(second)).rejects.toThrow('aborted')
  await expect(readAll(third)).rejects.toThrow('aborted')
  expect(await readAll(first)).toBe(ANSWER.length)
})

it('[ROOM-18] cuts nothing of a network that leaves less unread than another', async () => {
  boundLateAnswers(server, { isBehindProxy: true, mostBytes: 70 * MB, lateMs: 20 })
  const [crowd, other] = [[await ask('10.0.0.1')], await ask('10.0.0.2')]
  crowd.push(await ask('10.0.0.1'), await ask('10.0.0.1'))
  await vi.waitFor(async () => expect(await openLines()).toBe(2))
  expect(await readAll(other)).toBe(ANSWER.length)
})

it('[ROOM-18] cuts nothing of an area that leaves less unread than another, in however many networks', async () => {
  boundLateAnswers(server, { isBehindProxy: true, mostBytes: 70 * MB, lateMs: 20 })
  const other = await ask('10.0.1.1')
  for (const network of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) await ask(network)
  await vi.waitFor(async () => expect(await openLines()).toBe(2))
  expect(await readAll(other)).toBe(ANSWER.length)
})
