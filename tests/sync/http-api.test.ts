import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import type { BoardId, InitiativeId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { cookieFrom, startHttpHarness, type HttpHarness } from '../support/rooms/http-harness'
import { gifBytes, pngBytes } from '@/tests/support/boards/image-bytes'

interface Created {
  id: string
  links: { facilitator: string; participant: string; viewer: string }
}
interface Refused {
  error: { code: string; message: string; details?: unknown }
}

const secretOf = (link: string): string => link.slice('/join/'.length)
const PNG = pngBytes()

describe('the HTTP API', () => {
  let server: HttpHarness
  let board: Created
  const clockMs = Date.UTC(2026, 0, 1)

  beforeEach(async () => {
    server = await startHttpHarness({ now: () => clockMs })
    board = (await (await server.post('/api/boards', { title: 'Spring planning' })).json()) as Created
  })
  afterEach(() => server.stop())

  const join = async (role: keyof Created['links'], headers = {}): Promise<Response> =>
    server.post('/api/join', { secret: secretOf(board.links[role]), name: 'Ada' }, headers)
  const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as Refused).error.code

  it('creates a board with three links that each open it', async () => {
    for (const role of ['facilitator', 'participant', 'viewer'] as const) {
      const answer = await join(role)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ boardId: board.id, role })
    }
  })

  it('joins the creator as facilitator when they say their name', async () => {
    const created = await server.post('/api/boards', { title: 'Mine', name: 'Grace' })
    const { id } = (await created.json()) as Created
    const answer = await server.get(`/api/boards/${id}`, cookieFrom(created))
    expect(await answer.json()).toMatchObject({ id, title: 'Mine', role: 'facilitator' })
  })

  it('keeps the highest role a person was ever given', async () => {
    const cookie = cookieFrom(await join('facilitator'))
    const again = await join('viewer', cookie)
    expect(await again.json()).toMatchObject({ role: 'facilitator' })
  })

  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const header = (await join('participant')).headers.get('set-cookie') ?? ''
    expect(header).toContain('HttpOnly')
    expect(header).toContain('SameSite=Lax')
    expect(header).not.toContain('Secure')
  })

  it('marks the cookie secure where the public origin is https', async () => {
    const secure = await startHttpHarness({ origin: 'https://boards.example.org' })
    const created = await secure.post('/api/boards', { title: 'T', name: 'Ada' })
    expect(created.headers.get('set-cookie')).toContain('Secure')
    await secure.stop()
  })

  it('refuses a forged cookie as if there were none', async () => {
    const { cookie } = cookieFrom(await join('participant'))
    const forged = cookie.replace(/.$/, cookie.endsWith('A') ? 'B' : 'A')
    expect((await server.get(`/api/boards/${board.id}`, { cookie: forged })).status).toBe(401)
  })

  it('answers an unknown link, board and route with its own code and a sentence', async () => {
    expect(await codeOf(await server.post('/api/join', { secret: 'nothing', name: 'Ada' }))).toBe(
      'link-unknown',
    )
    expect(await codeOf(await server.get('/api/boards/nothing'))).toBe('no-such-board')
    expect(await codeOf(await server.get('/api/nothing'))).toBe('not-found')
  })

  it('names the field that does not fit', async () => {
    for (const template of ['effort-value-overlay', 'blank']) {
      expect((await server.post('/api/boards', { title: 'T', template })).status).toBe(201)
    }
    expect((await server.post('/api/boards', { title: 'T', template: 'kanban' })).status).toBe(400)
    const answer = await server.post('/api/boards', { title: '' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({
      error: { code: 'invalid-input', details: [{ field: 'title' }] },
    })
    expect(await codeOf(await server.post('/api/boards', '{'))).toBe('invalid-input')
  })

  it('calls nobody and nothing by what cannot be seen or turns around what stands beside it', async () => {
    for (const name of ['\u200B', '\u3164', '\u2800 '])
      expect((await server.post('/api/boards', { title: 'T', name })).status).toBe(400)
    for (const title of ['\u202E', '\u115F', '\u0000'])
      expect((await server.post('/api/boards', { title })).status).toBe(400)
    const named = await server.post('/api/boards', { title: 'Two\n\u202Elines' })
    expect(await named.json()).toMatchObject({ title: 'Two lines' })
  })

  it('refuses requests from another site', async () => {
    const answer = await server.post('/api/boards', { title: 'T' }, { origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
    expect(await codeOf(answer)).toBe('foreign-origin')
  })

  it('shows the links to facilitators only, and they stay the same', async () => {
    const facilitator = await server.get(
      `/api/boards/${board.id}/links`,
      cookieFrom(await join('facilitator')),
    )
    expect(await facilitator.json()).toEqual({ links: board.links, expiresAt: {} })
    const participant = await server.get(
      `/api/boards/${board.id}/links`,
      cookieFrom(await join('participant')),
    )
    expect(await codeOf(participant)).toBe('not-allowed')
  })

  it('refuses a ticket for an old epoch', async () => {
    const cookie = cookieFrom(await join('participant'))
    const old = await server.post(`/api/boards/${board.id}/ticket`, { epoch: 0 }, cookie)
    expect(old.status).toBe(409)
    const current = await server.post(`/api/boards/${board.id}/ticket`, {}, cookie)
    expect(await current.json()).toMatchObject({ epoch: 1, role: 'participant', expiresAt: clockMs + 60_000 })
  })

  it('keeps images by what their bytes are and serves them under a sandbox', async () => {
    const cookie = cookieFrom(await join('participant'))
    const uploaded = await server.post(`/api/boards/${board.id}/assets`, PNG, cookie)
    const { src } = (await uploaded.json()) as { src: string }
    expect(src).toMatch(new RegExp(`^/assets/${board.id}-`))
    const served = await server.get(src, cookie)
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(PNG)
    expect(served.headers.get('content-type')).toBe('image/png')
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(served.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(served.headers.get('content-security-policy')).toContain('sandbox')
    expect((await server.get(src)).status).toBe(401)
  })

  it('refuses what is no image, what is too large, and what a viewer uploads', async () => {
    const cookie = cookieFrom(await join('participant'))
    const path = `/api/boards/${board.id}/assets`
    expect(await codeOf(await server.post(path, '<svg onload="alert(1)"/>', cookie))).toBe(
      'unsupported-image',
    )
    expect(await codeOf(await server.post(path, new Uint8Array(6 * 1024 * 1024), cookie))).toBe('too-large')
    const unfolding = await server.post(path, pngBytes(2_561, 2_560), cookie)
    expect(unfolding.status).toBe(413)
    expect(await codeOf(unfolding)).toBe('too-many-pixels')
    expect((await server.post(path, pngBytes(2_560, 2_560), cookie)).status).toBe(201)
    expect(await codeOf(await server.post(path, PNG, cookieFrom(await join('viewer'))))).toBe('not-allowed')
  })

  it('[ACCESS-14] keeps no more images than a board holds, and says so', async () => {
    const cookie = cookieFrom(await join('participant'))
    const path = `/api/boards/${board.id}/assets`
    const large = new Uint8Array(LIMITS.ASSET_BYTES)
    large.set(PNG)
    const room = { count: Infinity, bytes: Infinity, pixels: Infinity }
    for (let at = 0; at < LIMITS.ASSETS_PER_BOARD - 2; at++) {
      const image = { id: `i${at}`, boardId: board.id as BoardId, type: 'image/png', bytes: PNG, pixels: 9 }
      await server.parts.storage.saveAsset(image, 1, room)
    }
    const answers = await Promise.all([1, 2, 3].map(() => server.post(path, large, cookie)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 507])
    expect(await codeOf(await server.post(path, PNG, cookie))).toBe('too-many-images')
  })

  it('[ACCESS-14] keeps no more pixels than everybody’s browser can unfold, and fewer that may move', async () => {
    const cookie = cookieFrom(await join('participant'))
    const path = `/api/boards/${board.id}/assets`
    const moving = gifBytes(2_000, 2_000)
    const counted = 4_000_000 * LIMITS.MOVING_IMAGE_TIMES
    const image = { id: 'i', boardId: board.id as BoardId, type: 'image/png', bytes: PNG }
    const room = { count: Infinity, bytes: Infinity, pixels: Infinity }
    const pixels = LIMITS.ASSETS_PIXELS_PER_BOARD - counted - 1
    await server.parts.storage.saveAsset({ ...image, pixels }, 1, room)
    expect(await codeOf(await server.post(path, gifBytes(2_001, 2_000), cookie))).toBe('too-many-pixels')
    expect((await server.post(path, moving, cookie)).status).toBe(201)
    expect(await codeOf(await server.post(path, moving, cookie))).toBe('too-many-images')
    expect((await server.post(path, PNG, cookie)).status).toBe(201)
  })

  it('brings rows in, previews them, and gives them back with their keys', async () => {
    const cookie = cookieFrom(await join('participant'))
    const csv = 'external_key,title\nK-1,First\nK-2,\nK-3,=cmd()\n'
    const path = `/api/boards/${board.id}`
    const preview = (await (await server.post(`${path}/import?dryRun=1`, csv, cookie)).json()) as {
      drafts: unknown[]
    }
    expect(preview.drafts).toHaveLength(2)
    const first = await server.post(`${path}/import`, csv, cookie)
    expect(await first.json()).toMatchObject({ added: 2, updated: 0, rejected: [{ row: 3 }] })
    const again = await server.post(`${path}/import`, csv, cookie)
    expect(await again.json()).toMatchObject({ added: 0, updated: 0, unchanged: 2 })
    const out = await (await server.get(`${path}/initiatives.csv`, cookie)).text()
    expect(out).toContain('K-1,First')
    expect(out).toContain("'=cmd()")
  })

  it('finds duplicates by key and title, tells them, and does with them what was asked', async () => {
    const cookie = cookieFrom(await join('participant'))
    const path = `/api/boards/${board.id}/import`
    const csv = 'external_key,title\nK-1,First\n,Second\n'
    await server.post(path, csv, cookie)
    const preview = await (await server.post(`${path}?dryRun=1`, csv, cookie)).json()
    expect(preview).toMatchObject({
      duplicates: [
        { row: 2, by: 'key', title: 'First' },
        { row: 3, by: 'title', title: 'Second' },
      ],
    })
    const skipped = await server.post(`${path}?duplicates=skip`, csv, cookie)
    expect(await skipped.json()).toMatchObject({ added: 0, updated: 0, skipped: 2 })
    const added = await server.post(`${path}?duplicates=add`, csv, cookie)
    expect(await added.json()).toMatchObject({ added: 2, updated: 0 })
    expect(await codeOf(await server.post(`${path}?duplicates=maybe`, csv, cookie))).toBe('invalid-input')
  })

  it('says who changed an initiative last, to members alone', async () => {
    const cookie = cookieFrom(await join('participant'))
    const path = `/api/boards/${board.id}`
    const id = 'abcdefghijklmnopqrstuv'
    const lastChange = `${path}/initiatives/${id}/last-change`
    expect(await (await server.get(lastChange, cookie)).json()).toEqual({ change: null })
    await server.post(`${path}/import`, `contour_id,title\n${id},First\n`, cookie)
    const { change } = (await (await server.get(lastChange, cookie)).json()) as { change: { at: number } }
    expect(change).toMatchObject({ name: expect.any(String) as string })
    expect(change.at).toBeGreaterThan(0)
    expect(await codeOf(await server.get(lastChange))).toBe('not-signed-in')
  })

  it('takes no rows from a viewer, not even to preview them', async () => {
    const cookie = cookieFrom(await join('viewer'))
    const path = `/api/boards/${board.id}/import`
    expect(await codeOf(await server.post(path, 'title\nMine\n', cookie))).toBe('not-allowed')
    expect(await codeOf(await server.post(`${path}?dryRun=1`, 'title\nMine\n', cookie))).toBe('not-allowed')
    const out = await (await server.get(`/api/boards/${board.id}/initiatives.csv`, cookie)).text()
    expect(out).not.toContain('Mine')
  })

  it('takes no more initiatives than a board holds, and still updates those it has', async () => {
    const cookie = cookieFrom(await join('participant'))
    const path = `/api/boards/${board.id}/import`
    const rows = (from: number, count: number): string =>
      `external_key,title\n${Array.from({ length: count }, (_, at) => `K-${from + at},Row ${from + at}\n`).join('')}`
    const first = await server.post(path, rows(0, 1_900), cookie)
    expect(await first.json()).toMatchObject({ added: 1_900 })
    expect(await codeOf(await server.post(path, rows(1_900, 200), cookie))).toBe('too-large')
    expect(await (await server.post(path, rows(1_800, 200), cookie)).json()).toMatchObject({
      added: 100,
      unchanged: 100,
    })
  })

  it('lets deleted initiatives make room for new ones', async () => {
    const cookie = cookieFrom(await join('participant'))
    const boardId = board.id as BoardId
    const author = { personId: 'p' as PersonId, now: clockMs, origin: 'person' } as const
    const drafts = Array.from({ length: LIMITS.INITIATIVES }, (_, at) => ({
      id: `i${at}` as InitiativeId,
      title: `Row ${at}`,
    }))
    await server.parts.rooms.apply(boardId, author, (document) => addInitiatives(document, author, drafts))
    const one = (): Promise<Response> =>
      server.post(`/api/boards/${board.id}/import`, 'title\nMine\n', cookie)
    expect(await codeOf(await one())).toBe('too-large')
    const id = 'i0' as InitiativeId
    await server.parts.rooms.apply(boardId, author, (document) =>
      setInitiativeDeleted(document, author, { id, deleted: true }),
    )
    expect(await (await one()).json()).toMatchObject({ added: 1, saved: true })
  })

  it('answers what is no address, no reading, or no end with a sentence, its code and its headers', async () => {
    const endless = 'Transfer-Encoding: chunked\r\n\r\nffffff\r\n' + 'x'.repeat(100_000)
    const cases = [
      ['GET /b/%E0%A4%A HTTP/1.1', '\r\n', 400],
      ['GET /b/a%00b HTTP/1.1', '\r\n', 400],
      ['GET // HTTP/1.1', '\r\n', 400],
      ['OPTIONS * HTTP/1.1', '\r\n', 405],
      ['POST / HTTP/1.1', endless, 411],
      ['GET / HTTP/1.1', 'Content-Length: 5\r\n\r\n', 413],
    ] as const
    for (const [line, rest, status] of cases) {
      const answer = await askRaw(server.origin, `${line}\r\nHost: localhost\r\n${rest}`)
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      expect(answer).toContain('x-content-type-options: nosniff')
      expect(answer.split('\r\n\r\n')[1]).toMatch(/\w+.*\./)
    }
    expect((await server.get('/healthz')).status).toBe(200)
  })

  it('ends a socket whose address is none, and goes on', async () => {
    const { port } = new URL(server.origin)
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
    for (const address of ['//', 'http://[']) {
      const socket = connect(Number(port), '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\n${upgrade}`)
      await new Promise((resolve) => socket.resume().once('close', resolve))
    }
    expect((await server.get('/healthz')).status).toBe(200)
  })

  it('finds nothing where the address of a canvas asset is badly encoded', async () => {
    expect(await codeOf(await server.get('/canvas-assets/%E0%A4.json'))).toBe('not-found')
  })

  it('says it is well when the storage answers', async () => {
    expect(await (await server.get('/healthz')).json()).toEqual({ status: 'ok' })
  })
})

/** What a server says to these bytes until it ends the line. */
async function askRaw(origin: string, bytes: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  let said = ''
  socket.on('error', () => undefined)
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()))
  socket.write(bytes)
  await new Promise((resolve) => socket.once('close', resolve))
  return said
}
