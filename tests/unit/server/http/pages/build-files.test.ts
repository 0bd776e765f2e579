import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadBuildFiles } from '@/server/http/pages/build-files'
import { startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { until } from '@/tests/support/until'

const SCRIPT = 'export const answer = 42\n'.repeat(20_000)
/** No shorter when it is packed, as fonts are not. */
const FONT = randomBytes(300)

let build: string
let server: HttpHarness
let rendered: string[]

/** The answer as it travels. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const asked = request(server.origin, { path, headers, method }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces),
        }),
      )
    })
    asked.on('error', reject).end()
  })

beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'contour-build-'))
  await mkdir(join(build, 'static', 'chunks'), { recursive: true })
  await writeFile(join(build, 'static', 'chunks', 'a~1.js'), SCRIPT)
  await writeFile(join(build, 'static', 'b.woff2'), FONT)
  await writeFile(join(build, 'secret.js'), 'none of a browser')
  rendered = []
  server = await startHttpHarness({
    files: await loadBuildFiles(build),
    pages: {
      handle(asked, response) {
        rendered.push(asked.url ?? '')
        return Promise.resolve(void response.writeHead(404).end())
      },
      upgrade: (_request, socket) => Promise.resolve(void socket.destroy()),
    },
  })
})
afterAll(async () => {
  await server.stop()
  await rm(build, { recursive: true })
})

it('gives a file of the build packed to whoever unpacks it, and as it is to everybody else', async () => {
  const packed = await ask('/_next/static/chunks/a~1.js?dpl=1', { 'accept-encoding': 'br, gzip;q=0.5' })
  expect(packed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': String(packed.body.length),
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  })
  expect(gunzipSync(packed.body).toString()).toBe(SCRIPT)
  for (const others of ['', 'br', 'gzip;q=0', 'identity, gzip; q=0.00']) {
    const plain = await ask('/_next/static/chunks/a~1.js', { 'accept-encoding': others })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers['etag']).not.toBe(packed.headers['etag'])
    expect(plain.body.toString()).toBe(SCRIPT)
  }
  const font = await ask('/_next/static/b.woff2', { 'accept-encoding': 'gzip' })
  expect(font.headers).toMatchObject({ 'content-type': 'font/woff2', 'content-length': '300' })
  expect(font.body.equals(FONT)).toBe(true)
  expect(rendered).toEqual([])
})

it('sends a file only once to a browser that asks whether it still has it, and nothing of it for its head', async () => {
  const gzip = { 'accept-encoding': 'gzip' }
  const { headers, body } = await ask('/_next/static/chunks/a~1.js', gzip)
  const again = { ...gzip, 'if-none-match': `"other", W/${String(headers['etag'])}` }
  expect(await ask('/_next/static/chunks/a~1.js', again)).toMatchObject({
    status: 304,
    body: Buffer.alloc(0),
  })
  const plain = { 'if-none-match': String(headers['etag']) }
  expect((await ask('/_next/static/chunks/a~1.js', plain)).status).toBe(200)
  const head = await ask('/_next/static/chunks/a~1.js', gzip, 'HEAD')
  expect(head.headers['content-length']).toBe(String(body.length))
  expect(head.body).toHaveLength(0)
})

it('listens no more often to an answer than Node takes for no leak', async () => {
  const most: number[] = []
  const files = await loadBuildFiles(build)
  const watched = await startHttpHarness({
    files: {
      answer(asked, response) {
        const isOurs = files.answer(asked, response)
        most.push(response.listenerCount('close'))
        return isOurs
      },
    },
  })
  expect((await watched.get('/_next/static/chunks/a~1.js')).status).toBe(200)
  await watched.stop()
  // Node takes 10; the process listens more often than this server does.
  expect(most[0]).toBeLessThanOrEqual(5)
})

it('goes on when a file is broken off', async () => {
  const before = await server.connections()
  const asked = request(server.origin, { path: '/_next/static/chunks/a~1.js' }, (response) =>
    response.destroy(),
  )
  asked.on('error', () => undefined).end()
  await until('the line is gone', async () => (await server.connections()) <= before)
  expect((await ask('/_next/static/b.woff2')).status).toBe(200)
})

it.each([
  '/_next/static/../../',
  '/_next/static/../secret.js',
  '/_next/static/chunks/../b.woff2',
  '/_next/static/%2e%2e/%2e%2e/b/x',
  '/_next/static/chunks%2Fa~1.js',
  '/_next/static/chunks/..\\..\\..\\',
  '/_next/static/chunks',
  '/_next/static/',
])('[ROOM-18] takes %s for no file of the build, but for a page that waits for its turn', async (path) => {
  rendered = []
  expect((await ask(path)).status).toBe(404)
  expect(rendered).toEqual([path])
})
