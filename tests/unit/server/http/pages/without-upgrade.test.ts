import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { until } from '@/tests/support/until'

const LARGE = 'x'.repeat(5_000_000)

let server: HttpHarness

beforeAll(async () => {
  server = await startHttpHarness({
    pages: {
      handle: (_request, response) => Promise.resolve(void response.end(LARGE)),
      upgrade: (_request, socket) => Promise.resolve(void socket.destroy()),
    },
  })
})
afterAll(() => server.stop())

/** What is answered on a line until it ends. */
const answerTo = async (...lines: string[]): Promise<string> => {
  const line = connect(Number(new URL(server.origin).port), '127.0.0.1')
  const pieces: Buffer[] = []
  line.on('data', (piece: Buffer) => pieces.push(piece))
  line.write([...lines, '', ''].join('\r\n'))
  await once(line, 'close')
  return Buffer.concat(pieces).toString()
}

it.each(['h2c', 'websocket', 'TLS/1.0, HTTP/1.1'])(
  'answers a request that would rather speak %s',
  async (to) => {
    const wish = ['host: a', 'connection: upgrade, http2-settings', `upgrade: ${to}`]
    const healthy = await answerTo('GET /healthz HTTP/1.1', ...wish)
    expect(healthy).toContain('HTTP/1.1 200 OK')
    expect(healthy).toContain('"status":"ok"')
    expect(healthy.toLowerCase()).toContain('connection: close')
    expect((await answerTo('GET /any HTTP/1.1', ...wish)).endsWith(LARGE)).toBe(true)
    const body = await answerTo('POST /api/join HTTP/1.1', 'content-length: 2', ...wish, '', '{}')
    expect(body).toContain('HTTP/1.1 400 Bad Request')
    await until('no line is left', async () => (await server.connections()) === 0)
  },
)

it('ends a line that asks for another protocol before it was answered what it asked before', async () => {
  const wish = ['GET /any HTTP/1.1', 'host: a', 'connection: upgrade', 'upgrade: h2c']
  expect(await answerTo('GET /any HTTP/1.1', 'host: a', '', ...wish)).not.toContain('101')
  const refused = ['GET /any HTTP/1.1', 'host: a', 'transfer-encoding: chunked', '', '0', '']
  expect(await answerTo(...refused, ...wish)).not.toContain('101')
  await until('no line is left', async () => (await server.connections()) === 0)
})

it('says to HTTP/1.0 that it is well, also where no host is named', async () => {
  expect(await answerTo('GET /healthz HTTP/1.0')).toContain('HTTP/1.1 200 OK')
})
