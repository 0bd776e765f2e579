import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import type { BoardId } from '@/lib/ids'
import { pngBytes } from '@/tests/support/boards/image-bytes'
import { cookieFrom, startHttpHarness } from '@/tests/support/rooms/http-harness'
import { connectClient } from '@/tests/support/rooms/sync-client'
import { until } from '@/tests/support/until'

const PNG = pngBytes()
/** More than two ends of a line hold between them. */
const LARGE_BYTES = 5_000_000

test('an answer that nobody takes is not kept for ever: the line is cut, and no socket of a board is', async () => {
  const server = await startHttpHarness({ stalledMs: 4_000 })
  const created = await server.post('/api/boards', { title: 'T', name: 'Fay' })
  const { id } = (await created.json()) as { id: BoardId }
  const fay = cookieFrom(created)
  const image = new Uint8Array(LARGE_BYTES)
  image.set(PNG)
  const { src } = (await (await server.post(`/api/boards/${id}/assets`, image, fay)).json()) as {
    src: string
  }
  const reader = connectClient({
    server: `${server.origin.replace('http', 'ws')}/sync`,
    boardId: id,
    cookie: fay.cookie,
    origin: server.origin,
  })
  await reader.synced()
  let lost = 0
  reader.provider.on('connection-close', () => lost++)
  const line = connect(Number(new URL(server.origin).port), '127.0.0.1')
  line.on('error', () => undefined)
  line.write(`GET ${src} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${fay.cookie}\r\n\r\n`)
  await once(line, 'data')
  line.pause()
  await until('only the line of the board is left', async () => (await server.connections()) === 1, 20_000)
  line.resume()
  await until('the other end noticed', () => line.closed)
  expect(line.bytesRead).toBeLessThan(LARGE_BYTES)
  expect(lost).toBe(0)
  reader.stop()
  await server.stop()
})

test('a request or a socket that names its host more than once is refused with 400, and the line ends', async () => {
  const server = await startHttpHarness()
  const { host, port } = new URL(server.origin)
  const answerTo = async (path: string, ...headers: string[]): Promise<string> => {
    const line = connect(Number(port), '127.0.0.1')
    line.write([`GET ${path} HTTP/1.1`, ...headers, '', ''].join('\r\n'))
    const [said] = (await once(line, 'data')) as [Buffer]
    if (!said.toString().startsWith('HTTP/1.1 400')) line.destroy()
    await until('the line has ended', () => line.closed)
    return said.toString().split('\r\n')[0] ?? ''
  }
  const upgrade = [
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${Buffer.alloc(16).toString('base64')}`,
  ]
  expect(await answerTo('/healthz', `host: ${host}`)).toBe('HTTP/1.1 200 OK')
  expect(await answerTo('/sync/none', `host: ${host}`, ...upgrade)).toBe('HTTP/1.1 101 Switching Protocols')
  for (const other of [host, 'elsewhere.example.org']) {
    const hosts = [`host: ${host}`, `Host: ${other}`]
    expect(await answerTo('/healthz', ...hosts)).toBe('HTTP/1.1 400 Bad Request')
    expect(await answerTo('/sync/none', ...hosts, ...upgrade)).toBe('HTTP/1.1 400 Bad Request')
  }
  await server.stop()
})
