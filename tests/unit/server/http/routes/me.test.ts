import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { connectClient, type SyncClient } from '@/tests/support/rooms/sync-client'
import { until } from '@/tests/support/until'

type Cookie = { cookie: string }
interface Created {
  id: BoardId
  links: Record<'participant' | 'viewer', string>
}

describe('one’s own name', () => {
  let server: HttpHarness
  let fay: Cookie
  let vic: Cookie
  let spring: Created
  let autumn: Created
  const clients: SyncClient[] = []

  const create = async (title: string, headers = {}): Promise<Response> =>
    server.post('/api/boards', { title, name: 'Fay' }, headers)
  const join = ({ links }: Created, name: string, headers = {}): Promise<Response> =>
    server.post('/api/join', { secret: links.viewer.slice('/join/'.length), name }, headers)
  const rename = (body: unknown, headers = {}): Promise<Response> =>
    fetch(`${server.origin}/api/me`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const codeOf = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { error?: { code: string } }).error?.code
  const namesOn = async ({ id }: Created): Promise<string[]> => {
    const { members } = (await (await server.get(`/api/boards/${id}/members`, fay)).json()) as {
      members: { name: string }[]
    }
    return members.map(({ name }) => name).sort()
  }
  const open = async ({ id }: Created, { cookie }: Cookie): Promise<SyncClient> => {
    const { origin } = server
    const client = connectClient({
      ...{ server: `${origin.replace('http', 'ws')}/sync`, boardId: id, cookie, origin },
    })
    clients.push(client)
    await client.synced()
    return client
  }
  const isTold = (client: SyncClient, name: string): boolean =>
    client.sessions.some((message) => message.type === 'name' && message.name === name)

  beforeEach(async () => {
    server = await startHttpHarness()
    const made = await create('Spring')
    spring = (await made.json()) as Created
    fay = cookieFrom(made)
    autumn = (await (await create('Autumn', fay)).json()) as Created
    vic = cookieFrom(await join(spring, 'Vic'))
    await join(autumn, 'Vic', vic)
  })
  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop()
    await server.stop()
  })

  it('is changed by a viewer too: on all their boards, and on every open page of theirs at once', async () => {
    const pages = [await open(spring, vic), await open(spring, vic), await open(autumn, vic)]
    const other = await open(spring, fay)
    const answer = await rename({ name: '  Victoria\n' }, vic)
    expect([answer.status, await answer.json()]).toEqual([200, { name: 'Victoria' }])
    await until('every page is told', () => pages.every((page) => isTold(page, 'Victoria')))
    expect(isTold(other, 'Victoria')).toBe(false)
    expect([await namesOn(spring), await namesOn(autumn)]).toEqual([
      ['Fay', 'Victoria'],
      ['Fay', 'Victoria'],
    ])
    const late = await open(spring, vic)
    expect(late.sessions[0]).toMatchObject({ type: 'welcome', name: 'Victoria', role: 'viewer' })
  })

  it('is changed on open pages also by joining another time with another one', async () => {
    const page = await open(autumn, vic)
    await join(spring, 'Vicky', vic)
    await until('the page is told', () => isTold(page, 'Vicky'))
  })

  it('is one that can be seen and is no longer than at joining, and changed by its person alone', async () => {
    for (const name of ['', ' \u200b ', 'x'.repeat(61), 7])
      expect(await codeOf(await rename({ name }, vic))).toBe('invalid-input')
    expect(await codeOf(await rename({}, vic))).toBe('invalid-input')
    expect(await codeOf(await rename({ name: 'Nobody' }))).toBe('not-signed-in')
    const foreign = { ...vic, origin: 'https://elsewhere.example' }
    expect(await codeOf(await rename({ name: 'Nobody' }, foreign))).toBe('foreign-origin')
    expect(await namesOn(spring)).toEqual(['Fay', 'Vic'])
  })

  it.each([
    ['in the list of people', (name: string, headers: Cookie) => rename({ name }, headers)],
    ['by joining again', (name: string, headers: Cookie) => join(spring, name, headers)],
  ])('[ROOM-11] is not changed without end, %s', async (_, take) => {
    for (let at = 0; at < LIMITS.NAMES_PER_PERSON; at++)
      expect((await take(`Vic ${at}`, vic)).status).toBe(200)
    expect(await codeOf(await take('Once more', vic))).toBe('asked-too-often')
    expect((await join(spring, `Vic ${LIMITS.NAMES_PER_PERSON - 1}`, vic)).status).toBe(200)
    expect((await take('Fay herself', fay)).status).toBe(200)
  })
})
