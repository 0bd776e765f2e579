import { createServer, get, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { watchAnswers, type OpenAnswers } from '@/server/http/open-answers'
import { until } from '@/tests/support/until'

let server: Server
let answers: OpenAnswers
let asked: Map<string, ServerResponse>

beforeEach(async () => {
  asked = new Map()
  server = createServer(({ url = '' }, response) => void asked.set(url, response))
  answers = watchAnswers(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** Asks, and answers how to ask no longer. */
function ask(path: string): () => void {
  const { port } = server.address() as AddressInfo
  const request = get({ port, path, host: '127.0.0.1', agent: false })
  request.on('error', () => undefined).on('response', (answer) => answer.resume())
  return () => void request.destroy()
}

it('waits for what was asked until it is answered or given up, and for nothing else', async () => {
  await answers.settled(60_000)
  ask('/one')
  const giveUp = ask('/two')
  await until('both have come', () => asked.size === 2)
  let isSettled = false
  const settled = answers.settled(60_000).then(() => void (isSettled = true))
  asked.get('/one')?.end('yes')
  await until('one is answered', () => asked.get('/one')?.closed === true)
  expect(isSettled).toBe(false)
  giveUp()
  await settled
  await answers.settled(60_000)
})

it('waits no longer than it may', async () => {
  ask('/one')
  await until('it has come', () => asked.size === 1)
  await answers.settled(10)
  expect(asked.get('/one')?.closed).toBe(false)
})
