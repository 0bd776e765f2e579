import * as Y from 'yjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { connectClient, type SyncClient } from '@/tests/support/rooms/sync-client'
import { until } from '@/tests/support/until'

type Cookie = { cookie: string }
interface Created {
  id: BoardId
  links: Record<'facilitator' | 'participant' | 'viewer', string>
}
interface Joined {
  personId: string
  role: string
}

describe('the members of a board', () => {
  let server: HttpHarness
  let board: Created
  let fay: Cookie
  let pat: Cookie & { id: string }
  const clients: SyncClient[] = []

  const join = (link: string, headers = {}): Promise<Response> =>
    server.post('/api/join', { secret: link.slice('/join/'.length), name: 'Pat' }, headers)
  const comeIn = async (role: keyof Created['links']): Promise<Cookie & { id: string }> => {
    const answer = await join(board.links[role])
    return { ...cookieFrom(answer), id: ((await answer.json()) as Joined).personId }
  }
  const send = (
    method: string,
    personId: string,
    cookie: Partial<Cookie>,
    body?: unknown,
  ): Promise<Response> =>
    fetch(`${server.origin}/api/boards/${board.id}/members/${personId}`, {
      method,
      headers: { 'content-type': 'application/json', ...(cookie.cookie && { cookie: cookie.cookie }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  const codeOf = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { error?: { code: string } }).error?.code
  const roleOf = async ({ cookie }: Cookie): Promise<unknown> =>
    ((await (await server.get(`/api/boards/${board.id}`, { cookie })).json()) as Joined).role
  const open = async ({ cookie }: Cookie): Promise<SyncClient> => {
    const client = connectClient({
      server: `${server.origin.replace('http', 'ws')}/sync`,
      boardId: board.id,
      cookie,
      origin: server.origin,
    })
    clients.push(client)
    await client.synced()
    return client
  }

  beforeEach(async () => {
    server = await startHttpHarness()
    const made = await server.post('/api/boards', { title: 'Spring', name: 'Fay' })
    board = (await made.json()) as Created
    fay = cookieFrom(made)
    pat = await comeIn('participant')
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop()
    await server.stop()
  })

  it('[ACCESS-3] get another role from a facilitator, which holds on their open page', async () => {
    const page = await open(pat)
    const answer = await send('PATCH', pat.id, fay, { role: 'viewer' })
    expect(await answer.json()).toEqual({ personId: pat.id, role: 'viewer' })
    page.board.initiatives.set('i', new Y.Map([['title', new Y.Text('too late')]]))
    await until('the write is refused', () => page.refusals.length > 0)
    expect(await server.parts.rooms.read(board.id, (document) => document.initiatives.size)).toBe(0)
    expect(await roleOf(pat)).toBe('viewer')
    await send('PATCH', pat.id, fay, { role: 'facilitator' })
    expect(await roleOf(pat)).toBe('facilitator')
  })

  it('[ACCESS-3] are removed by a facilitator: put out at once, and back only by a link that is valid then', async () => {
    const page = await open(pat)
    const ticket = (await (
      await server.post(`/api/boards/${board.id}/ticket`, {}, { cookie: pat.cookie })
    ).json()) as { ticket: string }
    expect((await send('DELETE', pat.id, fay)).status).toBe(200)
    await until('the page is put out', () => page.closedWith() !== null)
    expect(page.closedWith()).toBe(4403)
    expect(await codeOf(await server.get(`/api/boards/${board.id}`, { cookie: pat.cookie }))).toBe('removed')
    const late = connectClient({
      server: `${server.origin.replace('http', 'ws')}/sync`,
      boardId: board.id,
      cookie: '',
      params: { ticket: ticket.ticket },
    })
    clients.push(late)
    await until('the ticket is refused', () => late.closedWith() !== null)
    expect(late.closedWith()).toBe(4403)
    await server.post(`/api/boards/${board.id}/links/participant/replace`, {}, fay)
    const { cookie } = pat
    expect(await codeOf(await join(board.links.participant, { cookie }))).toBe('link-unknown')
    expect((await join(board.links.viewer, { cookie })).status).toBe(200)
    expect(await roleOf(pat)).toBe('viewer')
  })

  /** A request of which the last part is still to come, and which was let in. */
  const begin = async (method: string, path: string, { cookie }: Cookie, parts: readonly string[]) => {
    const [first, last] = parts.map((part) => Buffer.from(part, 'latin1'))
    let finish = (): void => undefined
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(first)
        finish = () => {
          controller.enqueue(last)
          controller.close()
        }
      },
    })
    const length = `${parts.join('').length}`
    const headers = { cookie, 'content-type': 'application/json', 'content-length': length }
    const answer = fetch(`${server.origin}${path}`, { method, body, duplex: 'half', headers } as RequestInit)
    // Its answer comes after the one that waits was let in.
    expect((await server.get(`/api/boards/${board.id}`, { cookie })).status).toBe(200)
    return async (): Promise<Response> => {
      finish()
      return answer
    }
  }

  it.each([
    ['import', ['title\n', 'Too late\n']],
    ['assets', ['\u0089PNG\r\n\u001a\n', 'too late']],
  ])(
    '[ACCESS-3] bring nothing in by %s that was still on its way when they were removed',
    async (door, parts) => {
      const finish = await begin('POST', `/api/boards/${board.id}/${door}`, pat, parts)
      await send('DELETE', pat.id, fay)
      expect((await finish()).status).toBe(403)
      expect(await server.parts.rooms.read(board.id, (document) => document.initiatives.size)).toBe(0)
    },
  )

  it('[ACCESS-3] change nothing by what was still on its way when they were removed', async () => {
    const [mal, bo] = [await comeIn('facilitator'), await comeIn('viewer')]
    const path = `/api/boards/${board.id}`
    const requests = [
      await begin('PATCH', path, mal, ['{"title":', '"Mine"}']),
      await begin('PATCH', `${path}/members/${bo.id}`, mal, ['{"role":', '"facilitator"}']),
      await begin('PATCH', `${path}/links/participant`, mal, ['{"expiresAt":', `${Date.now() + 60_000}}`]),
    ]
    await send('DELETE', mal.id, fay)
    const answers = await Promise.all(requests.map((finish) => finish()))
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(await (await server.get(path, fay)).json()).toMatchObject({ title: 'Spring' })
    expect(await roleOf(bo)).toBe('viewer')
    expect(await (await server.get(`${path}/links`, fay)).json()).toMatchObject({ expiresAt: {} })
  })

  it('are listed for facilitators alone, those who are not here too, without those who are gone', async () => {
    const list = (cookie: Partial<Cookie>): Promise<Response> =>
      server.get(`/api/boards/${board.id}/members`, cookie.cookie ? { cookie: cookie.cookie } : {})
    const bo = await comeIn('viewer')
    await send('DELETE', bo.id, fay)
    const listed = (await (await list(fay)).json()) as { members: object[]; isWhole: boolean; now: number }
    expect(listed.isWhole).toBe(true)
    expect(listed.members).toHaveLength(2)
    expect(listed.members).toContainEqual({
      ...{ personId: pat.id, name: 'Pat', role: 'participant', colorSlot: 1 },
      openedAt: expect.any(Number) as number,
    })
    expect(listed.members).toContainEqual(expect.objectContaining({ name: 'Fay', role: 'facilitator' }))
    expect(await codeOf(await list(pat))).toBe('not-allowed')
    expect(await codeOf(await list({}))).toBe('not-signed-in')
  })

  it('are listed so far as somebody can read them, and it is said where that is not all', async () => {
    const { storage } = server.parts
    for (let at = 0; at < LIMITS.MEMBERS_LISTED; at++) {
      const id = `guest-${at}` as PersonId
      await storage.savePerson({ id, name: `Guest ${at}`, createdAt: 1 })
      await storage.join(board.id, id, 'viewer', at)
    }
    const listed = (await (await server.get(`/api/boards/${board.id}/members`, fay)).json()) as {
      members: { name: string }[]
      isWhole: boolean
    }
    expect(listed.members.map(({ name }) => name)).not.toContain('Guest 0')
    expect([listed.members.length, listed.isWhole]).toEqual([LIMITS.MEMBERS_LISTED, false])
  })

  it('are changed by facilitators alone, and by nobody for themselves', async () => {
    const bo = await comeIn('participant')
    for (const [method, body] of [
      ['PATCH', { role: 'facilitator' }],
      ['DELETE', undefined],
    ] as const) {
      expect(await codeOf(await send(method, bo.id, pat, body))).toBe('not-allowed')
      expect(await codeOf(await send(method, pat.id, pat, body))).toBe('not-allowed')
      expect(await codeOf(await send(method, pat.id, {}, body))).toBe('not-signed-in')
      expect(await codeOf(await send(method, 'nobody', fay, body))).toBe('not-found')
    }
    const me = ((await (await join(board.links.viewer, fay)).json()) as Joined).personId
    expect(await codeOf(await send('PATCH', me, fay, { role: 'viewer' }))).toBe('not-allowed')
    expect(await codeOf(await send('DELETE', me, fay))).toBe('not-allowed')
    expect(await codeOf(await send('PATCH', pat.id, fay, { role: 'owner' }))).toBe('invalid-input')
    expect(await Promise.all([roleOf(fay), roleOf(pat), roleOf(bo)])).toEqual([
      'facilitator',
      'participant',
      'participant',
    ])
  })

  it('keep one facilitator where two remove each other at once', async () => {
    const gus = await comeIn('facilitator')
    const me = ((await (await join(board.links.viewer, fay)).json()) as Joined).personId
    const answers = await Promise.all([send('DELETE', gus.id, fay), send('DELETE', me, gus)])
    expect(answers.map(({ status }) => status === 200)).toContain(false)
    expect([await roleOf(fay), await roleOf(gus)]).toContain('facilitator')
  })

  it('are not held for offenders because they were removed', async () => {
    for (let at = 0; at <= LIMITS.OFFENCES_FORGIVEN; at++) {
      const page = await open(pat)
      await send('DELETE', pat.id, fay)
      await until('the page is put out', () => page.closedWith() !== null)
      await join(board.links.participant, { cookie: pat.cookie })
    }
    const page = await open(pat)
    expect(page.closedWith()).toBeNull()
  })
})

it('[ROOM-11] what a facilitator decides is not changed without end', async () => {
  const server = await startHttpHarness({ now: () => Date.UTC(2026, 0, 1) })
  const created = await server.post('/api/boards', { title: 'T', name: 'Fay' })
  const { id, links } = (await created.json()) as Created
  const fay = cookieFrom(created)
  const second = await server.post('/api/join', {
    secret: links.facilitator.slice('/join/'.length),
    name: 'Ann',
  })
  const { personId } = (await second.json()) as Joined
  const statusOf = async (path: string, method: string, cookie: Cookie): Promise<number> => {
    const headers = { 'content-type': 'application/json', ...cookie }
    const body = method === 'PATCH' ? { body: JSON.stringify({ role: 'facilitator', title: 'T' }) } : {}
    return (await fetch(`${server.origin}/api/boards/${id}${path}`, { method, headers, ...body })).status
  }
  const changes = [
    ['/links/viewer/replace', 'POST'],
    [`/members/${personId}`, 'PATCH'],
    ['', 'PATCH'],
    ['/restore', 'POST'],
  ] as const
  for (let at = 0; at < LIMITS.CHANGES_PER_PERSON / changes.length; at++)
    for (const [path, method] of changes) expect(await statusOf(path, method, fay)).toBe(200)
  for (const [path, method] of [...changes, ['', 'DELETE'], [`/members/${personId}`, 'DELETE']] as const)
    expect(await statusOf(path, method, fay)).toBe(429)
  expect(await statusOf('/links/viewer/replace', 'POST', cookieFrom(second))).toBe(200)
  await server.stop()
})
