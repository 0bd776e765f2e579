import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { endAnswersWithLine } from '@/server/http/limits/end-answers'
import { startHttpHarness } from '@/tests/support/rooms/http-harness'
import { until } from '@/tests/support/until'

const ASKED = 'GET / HTTP/1.1\r\nhost: a\r\n\r\n'
let server: Server
let asked: ServerResponse[]
let ends: Map<ServerResponse, number>

beforeEach(async () => {
  asked = []
  ends = new Map()
  server = createServer((_, response) => {
    asked.push(response)
    response.on('close', () => ends.set(response, (ends.get(response) ?? 0) + 1))
  })
  endAnswersWithLine(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => new Promise((resolve) => server.close(resolve)))

function ask(times: number): Socket {
  const line = connect((server.address() as AddressInfo).port, '127.0.0.1')
  line.on('error', () => undefined).resume()
  line.write(ASKED.repeat(times))
  return line
}

it('ends all answers that wait on a line with it, each once', async () => {
  const line = ask(500)
  await until('all is asked for', () => asked.length === 500)
  asked[0]?.end('first')
  await until('the first has left', () => ends.size === 1)
  line.destroy()
  await until('all have ended', () => ends.size === 500)
  expect(new Set(ends.values())).toEqual(new Set([1]))
  expect(asked.every(({ destroyed }) => destroyed)).toBe(true)
})

it('leaves alone those of other lines', async () => {
  const [line, other] = [ask(2), ask(2)]
  await until('all is asked for', () => asked.length === 4)
  line.destroy()
  await until('those of one have ended', () => ends.size === 2)
  for (const response of asked) response.end('late')
  await until('those of the other have left', () => ends.size === 4)
  expect([...ends.values()]).toEqual([1, 1, 1, 1])
  other.destroy()
})

it('is what the server of the boards does with whoever asks for too much on one line', async () => {
  const whole = await startHttpHarness({})
  const open = new Set<ServerResponse>()
  const note = (message: unknown): void => {
    const { response } = message as { response: ServerResponse }
    open.add(response)
    response.once('close', () => open.delete(response))
  }
  subscribe('http.server.request.start', note)
  const line = connect(Number(new URL(whole.origin).port), '127.0.0.1')
  line.on('error', () => undefined).resume()
  line.write('GET /api/me HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(500))
  await until('it is cut', () => line.closed)
  await until('nothing of it is left', () => open.size === 0)
  unsubscribe('http.server.request.start', note)
  await whole.stop()
})
