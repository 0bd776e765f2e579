import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isAssetPathOf } from '@/lib/board/initiatives/addresses'
import { listInitiatives, readRecord } from '@/lib/board/read'
import { createRecords } from '@/lib/board/operations/records'
import { SERVER_PERSON } from '@/lib/board/step'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { storageFailed } from '@/server/storage/storage-failed'
import { pngBytes } from '@/tests/support/boards/image-bytes'
import { connectClient, type SyncClient } from '@/tests/support/rooms/sync-client'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { until } from '@/tests/support/until'

const DAY_MS = 24 * 60 * 60 * 1000
const PNG = pngBytes()

interface Created {
  id: BoardId
  title: string
  links: { facilitator: string; participant: string; viewer: string }
}
type Cookie = { cookie: string }

describe('the life of a board', () => {
  let server: HttpHarness
  let board: Created
  let fay: Cookie
  let pat: Cookie
  let nowMs = Date.UTC(2026, 0, 1)
  const clients: SyncClient[] = []

  const send = (method: string, path: string, cookie: Partial<Cookie>, body?: unknown): Promise<Response> =>
    fetch(`${server.origin}/api/boards/${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const codeOf = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { error: { code: string } }).error.code
  const join = async (secretLink: string): Promise<Response> =>
    server.post('/api/join', { secret: secretLink.slice('/join/'.length), name: 'Pat' })
  const open = async (cookie: Cookie): Promise<SyncClient> => {
    const client = connectClient({
      server: `${server.origin.replace('http', 'ws')}/sync`,
      boardId: board.id,
      cookie: cookie.cookie,
      origin: server.origin,
    })
    clients.push(client)
    await client.synced()
    return client
  }

  beforeEach(async () => {
    server = await startHttpHarness({ now: () => nowMs })
    const answer = await server.post('/api/boards', {
      title: 'Spring',
      name: 'Fay',
      sample: 'open-source-portfolio',
    })
    fay = cookieFrom(answer)
    board = (await answer.json()) as Created
    pat = cookieFrom(await join(board.links.participant))
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop()
    await server.stop()
  })

  it('renames a board for facilitators only', async () => {
    expect((await send('PATCH', board.id, fay, { title: '  Autumn ' })).status).toBe(200)
    expect(await (await server.get(`/api/boards/${board.id}`, pat)).json()).toMatchObject({ title: 'Autumn' })
    expect(await codeOf(await send('PATCH', board.id, pat, { title: 'Mine' }))).toBe('not-allowed')
    expect(await codeOf(await send('PATCH', board.id, {}, { title: 'Mine' }))).toBe('not-signed-in')
    expect(await codeOf(await send('PATCH', board.id, fay, { title: ' ' }))).toBe('invalid-input')
    expect(await codeOf(await send('PATCH', board.id, fay, { title: 'x'.repeat(121) }))).toBe('invalid-input')
  })

  it('tells a new title to everybody on the board at once, and to whoever opens it later', async () => {
    const page = await open(pat)
    const titles = (client: SyncClient): unknown[] =>
      client.sessions.flatMap((message) => ('title' in message ? [[message.type, message.title]] : []))
    expect(titles(page)).toEqual([['welcome', 'Spring']])
    await send('PATCH', board.id, fay, { title: 'Autumn' })
    await until('the page is told', () => titles(page).length === 2)
    expect(titles(page)[1]).toEqual(['title', 'Autumn'])
    expect(titles(await open(fay))).toEqual([['welcome', 'Autumn']])
  })

  it('duplicates a board with what stands on it, with links of its own, for its facilitators', async () => {
    const answer = await send('POST', `${board.id}/duplicate`, fay)
    expect(answer.status).toBe(201)
    const copy = (await answer.json()) as Created
    expect(copy.title).toBe('Copy of Spring')
    expect(copy.links.participant).not.toBe(board.links.participant)
    expect(await (await server.get(`/api/boards/${copy.id}`, fay)).json()).toMatchObject({
      role: 'facilitator',
    })
    expect((await server.get(`/api/boards/${copy.id}`, pat)).status).toBe(401)
    const titles = await server.parts.rooms.read(copy.id, (document) => listInitiatives(document).length)
    expect(titles).toBe(24)
    expect(await codeOf(await send('POST', `${board.id}/duplicate`, pat))).toBe('not-allowed')
  })

  it('gives a duplicate its own images, and none of another board', async () => {
    const upload = async (id: string, cookie: Cookie): Promise<string> =>
      ((await (await server.post(`/api/boards/${id}/assets`, PNG, cookie)).json()) as { src: string }).src
    const other = await server.post('/api/boards', { title: 'Other', name: 'Eve' })
    const [own, foreign] = [
      await upload(board.id, fay),
      await upload(((await other.json()) as Created).id, cookieFrom(other)),
    ]
    const asset = (id: string, src: string) => {
      const props = { name: 'a.png', src, w: 1, h: 1, mimeType: 'image/png', isAnimated: false }
      return { id, typeName: 'asset', type: 'image', props, meta: {} }
    }
    const author = { personId: SERVER_PERSON, now: nowMs, origin: 'server' as const }
    await server.parts.rooms.apply(board.id, author, (document) =>
      createRecords(document, author, [asset('asset:own', own), asset('asset:foreign', foreign)]),
    )
    const copy = (await (await send('POST', `${board.id}/duplicate`, fay)).json()) as Created
    const srcOf = (id: string): Promise<string> =>
      server.parts.rooms.read(copy.id, (document) => {
        const map = document.records.get(id)
        return ((map && readRecord(map))?.['props'] as { src: string }).src
      })
    const copied = await server.get(await srcOf('asset:own'), fay)
    expect(isAssetPathOf(copy.id, await srcOf('asset:own'))).toBe(true)
    expect(new Uint8Array(await copied.arrayBuffer())).toEqual(PNG)
    expect((await server.get(await srcOf('asset:foreign'), fay)).status).toBe(404)
  })

  it('makes boards and duplicates whole where the disk fails right afterwards', async () => {
    const fail = (): Promise<never> => Promise.reject(storageFailed('The disk is full.'))
    const storage = createMemoryBoardStorage()
    const other = await startHttpHarness({ storage: { ...storage, join: fail, saveAsset: fail } })
    const made = await other.post('/api/boards', { title: 'Mine', name: 'Grace' })
    const grace = cookieFrom(made)
    const { id } = (await made.json()) as Created
    expect((await other.get(`/api/boards/${id}`, grace)).status).toBe(200)
    const copy = (await (await other.post(`/api/boards/${id}/duplicate`, {}, grace)).json()) as Created
    expect(await (await other.get(`/api/boards/${copy.id}`, grace)).json()).toMatchObject({
      role: 'facilitator',
    })
    await other.stop()
  })

  it('[ACCESS-15] copies boards so often for one person, and so often for all', async () => {
    const copy = async (id: string, cookie: Cookie): Promise<unknown> => {
      const answer = await send('POST', `${id}/duplicate`, cookie)
      return answer.status === 201 ? 201 : codeOf(answer)
    }
    const copyUntilRefused = async (): Promise<unknown> => {
      const made = await server.post('/api/boards', { title: 'Other', name: 'Eve' })
      const [{ id }, eve] = [(await made.json()) as Created, cookieFrom(made)]
      for (let at = 0; at < LIMITS.DUPLICATES_PER_PERSON; at++) expect(await copy(id, eve)).toBe(201)
      return copy(id, eve)
    }
    const people = LIMITS.DUPLICATES_IN_ALL / LIMITS.DUPLICATES_PER_PERSON
    for (let at = 1; at < people; at++) expect(await copyUntilRefused()).toBe('asked-too-often')
    for (let at = 0; at < LIMITS.DUPLICATES_PER_PERSON; at++) expect(await copy(board.id, fay)).toBe(201)
    const facilitator = await join(board.links.facilitator)
    expect(await copy(board.id, cookieFrom(facilitator))).toBe('asked-too-often')
    nowMs += LIMITS.DUPLICATES_MS
    expect(await copy(board.id, cookieFrom(facilitator))).toBe(201)
  })

  it('keeps the title of a duplicate within what a title may hold', async () => {
    await send('PATCH', board.id, fay, { title: `${'x'.repeat(111)}🎯tail` })
    const copy = (await (await send('POST', `${board.id}/duplicate`, fay)).json()) as Created
    expect(copy.title).toBe(`Copy of ${'x'.repeat(111)}`)
  })

  it('[ACCESS-11] deletes a board: everybody is put out, told why, and nobody comes in', async () => {
    const guest = await open(pat)
    const answer = await send('DELETE', board.id, fay)
    expect(await answer.json()).toMatchObject({ id: board.id, restorableUntil: nowMs + 30 * DAY_MS })
    await until('the guest is put out', () => guest.closedWith() !== null)
    expect(guest.closedWith()).toBe(4404)
    for (const cookie of [fay, pat]) {
      const refused = await server.get(`/api/boards/${board.id}`, cookie)
      expect(refused.status).toBe(410)
      expect(await codeOf(refused)).toBe('board-deleted')
    }
    expect(await codeOf(await server.get(`/api/boards/${board.id}`))).toBe('not-signed-in')
    expect(await codeOf(await join(board.links.participant))).toBe('board-deleted')
    expect(await codeOf(await server.get(`/api/boards/${board.id}/links`, fay))).toBe('board-deleted')
  })

  it('lets facilitators alone delete and bring back', async () => {
    expect(await codeOf(await send('DELETE', board.id, pat))).toBe('not-allowed')
    expect((await server.get(`/api/boards/${board.id}`, pat)).status).toBe(200)
    await send('DELETE', board.id, fay)
    expect(await codeOf(await send('POST', `${board.id}/restore`, pat))).toBe('not-allowed')
    expect(await codeOf(await server.get(`/api/boards/${board.id}`, pat))).toBe('board-deleted')
  })

  it('brings a deleted board back as it was, with what was written until its end', async () => {
    const guest = await open(pat)
    guest.board.initiatives.get('sample-kep-2570')?.set('team', 'Blue')
    await guest.saved()
    await send('DELETE', board.id, fay)
    nowMs += 30 * DAY_MS - 1
    expect((await send('POST', `${board.id}/restore`, fay)).status).toBe(200)
    expect((await server.get(`/api/boards/${board.id}`, pat)).status).toBe(200)
    expect((await join(board.links.viewer)).status).toBe(200)
    const back = await open(pat)
    expect(back.board.initiatives.get('sample-kep-2570')?.get('team')).toBe('Blue')
  })

  it('brings nothing back after thirty days', async () => {
    await send('DELETE', board.id, fay)
    nowMs += 30 * DAY_MS
    expect(await codeOf(await send('POST', `${board.id}/restore`, fay))).toBe('no-such-board')
  })

  it('lets people leave, who are put out and need a link to come back', async () => {
    const guest = await open(pat)
    expect((await send('POST', `${board.id}/leave`, pat)).status).toBe(200)
    await until('the guest is put out', () => guest.closedWith() !== null)
    expect(await codeOf(await server.get(`/api/boards/${board.id}`, pat))).toBe('left-board')
    const again = await server.post(
      '/api/join',
      { secret: board.links.viewer.slice('/join/'.length), name: 'Pat' },
      pat,
    )
    expect(await again.json()).toMatchObject({ role: 'viewer' })
    expect(await codeOf(await send('POST', `${board.id}/leave`, fay))).toBe('not-allowed')
  })

  it('makes a sample board on request and names a sample it does not have', async () => {
    const count = await server.parts.rooms.read(board.id, (document) => document.initiatives.size)
    expect(count).toBe(24)
    const answer = await server.post('/api/boards', { title: 'T', sample: 'nothing' })
    expect(await answer.json()).toMatchObject({
      error: { code: 'invalid-input', details: [{ field: 'sample' }] },
    })
  })
})
