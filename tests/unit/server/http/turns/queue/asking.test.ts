import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BoardId } from '@/lib/ids'
import type { Asker } from '@/server/http/turns/queue/asking'
import type { BoardStorage } from '@/server/storage/board-storage'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { pngBytes } from '@/tests/support/boards/image-bytes'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { connectClient } from '@/tests/support/rooms/sync-client'
import { until } from '@/tests/support/until'

const NETWORK = '127.0.0.1'
const PNG = pngBytes()

let server: HttpHarness
let boardId: BoardId
let cookie: string
/** As whom the person of the cookie asks. */
let person: string
/** What the storage was asked for, and in whose name. */
let asked: string[]

const toText = ({ network, person }: Asker): string => [network, person].filter(Boolean).join(' ')

/** The same storage; what it is asked for is noted first. */
function noting(storage: BoardStorage): BoardStorage {
  const calls = Object.entries(storage).map(([name, call]) => [
    name,
    (...given: never[]) => {
      if (name !== 'start') asked.push(`${name}: ${toText(server.parts.asking.asker())}`)
      return (call as (...given: never[]) => unknown)(...given)
    },
  ])
  return Object.fromEntries(calls) as BoardStorage
}

const askedFor = async (work: () => Promise<unknown>): Promise<string[]> => {
  asked = []
  await work()
  return asked
}

beforeEach(async () => {
  asked = []
  const storage = noting(createMemoryBoardStorage())
  const pages = {
    handle: async (_request: unknown, response: { end(): unknown }) => {
      await storage.measure()
      response.end()
    },
    upgrade: () => Promise.resolve(),
  }
  server = await startHttpHarness({ storage, pages })
  const created = await server.post('/api/boards', { title: 'T', name: 'Fay' })
  boardId = ((await created.json()) as { id: BoardId }).id
  cookie = cookieFrom(created).cookie
  person = `${NETWORK} ${/=([^.]+)\./.exec(cookie)?.[1]}`
})
afterEach(() => server.stop())

it('a request asks in the name of its person in their network, else of all in the network who are nobody', async () => {
  const get = (cookie: string) => askedFor(() => server.get(`/api/boards/${boardId}`, { cookie }))
  expect(await get(cookie)).toEqual([`findVisit: ${person}`])
  expect(await get(cookie.replace(/\.[^;]+/, '.AAAA'))).toEqual([`findBoard: ${NETWORK}`])
  const made = await askedFor(() => server.post('/api/boards', { title: 'T', name: 'Pat' }))
  expect(made).toEqual([`measure: ${NETWORK}`, `savePerson: ${NETWORK}`, `createBoard: ${NETWORK}`])
})

it('[ROOM-18] what is asked for once for many is asked for in nobody’s name, by those who may', async () => {
  expect(await askedFor(() => server.get('/healthz', { cookie }))).toEqual(['check: '])
  const sent = await server.post(`/api/boards/${boardId}/assets`, PNG, { cookie })
  const { src } = (await sent.json()) as { src: string }
  expect(await askedFor(() => server.get(src))).toEqual([`findBoard: ${NETWORK}`])
  // Once to wait for a turn, once when it has come.
  const visits = [`findVisit: ${person}`, `findVisit: ${person}`]
  expect(await askedFor(() => server.get(src, { cookie }))).toEqual([...visits, 'findAsset: '])
})

it('a page asks in the name of its person, else of the network', async () => {
  expect(await askedFor(() => server.get('/', { cookie }))).toEqual([`measure: ${person}`])
  expect(await askedFor(() => server.get('/'))).toEqual([`measure: ${NETWORK}`])
})

it('a socket asks for all it needs in the name of the person of its cookie, or of its ticket', async () => {
  const enter = async (cookie: string, params = {}): Promise<void> => {
    const { origin } = server
    const sync = `${origin.replace('http', 'ws')}/sync`
    const client = connectClient({ server: sync, boardId, cookie, origin, params })
    await client.synced()
    const visits = (): string[] => asked.filter((what) => what.startsWith('findVisit'))
    await until('it caught up', () => visits().length === 2)
    client.stop()
  }
  await askedFor(() => enter(cookie))
  // A room that is loaded asks for nothing more than who that is, before and after.
  const visits = [`findVisit: ${person}`, `findVisit: ${person}`]
  expect(await askedFor(() => enter(cookie))).toEqual(visits)
  const answer = await server.post(`/api/boards/${boardId}/ticket`, {}, { cookie })
  const { ticket } = (await answer.json()) as { ticket: string }
  expect(await askedFor(() => enter('', { ticket }))).toEqual(visits)
})
