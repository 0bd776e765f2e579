import { expect, it } from 'vitest'
import type { BoardId } from '@/lib/ids'
import type { Asker } from '@/server/http/turns/asking'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { connectClient } from '@/tests/support/rooms/sync-client'

const toText = ({ network, person }: Asker): string => [network, person].filter(Boolean).join(' ')

interface Created {
  id: BoardId
  links: { participant: string }
}

it('requests, pages and sockets ask in the name of their person, else of their network', async () => {
  /** In whose name the storage was asked for what. */
  const asked = new Set<string>()
  const note = (what: string): unknown =>
    server && asked.add(`${what}: ${toText(server.parts.asking.asker())}`)
  const storage = Object.fromEntries(
    Object.entries(createMemoryBoardStorage()).map(([name, call]) => [
      name,
      (...given: never[]) => {
        note(name)
        return (call as (...given: never[]) => unknown)(...given)
      },
    ]),
  ) as unknown as ReturnType<typeof createMemoryBoardStorage>
  let server: HttpHarness | undefined = undefined as HttpHarness | undefined
  const pages = {
    handle: async (_request: unknown, response: { end(): unknown }) => {
      await storage.measure()
      response.end()
    },
    upgrade: () => Promise.resolve(),
  }
  const started = (server = await startHttpHarness({ storage, pages }))
  const askedFor = async (work: () => Promise<unknown>): Promise<string[]> => {
    asked.clear()
    await work()
    return [...asked]
  }
  const network = '127.0.0.1'
  const created = await started.post('/api/boards', { title: 'T', name: 'Fay' })
  const { id } = (await created.json()) as Created
  const { cookie } = cookieFrom(created)
  const [, personId = ''] = /=([^.]+)\./.exec(cookie) ?? []
  const person = `${network} ${personId}`

  const made = await askedFor(() => started.post('/api/boards', { title: 'T', name: 'Pat' }))
  expect(made).toContain(`createBoard: ${network}`)
  expect(await askedFor(() => started.get(`/api/boards/${id}`, { cookie }))).toEqual([`findVisit: ${person}`])
  const forged = cookie.replace(/\.[^;]+/, '.AAAA')
  expect(await askedFor(() => started.get(`/api/boards/${id}`, { cookie: forged }))).toEqual([
    `findBoard: ${network}`,
  ])
  expect(await askedFor(() => started.get('/', { cookie }))).toEqual([`measure: ${person}`])
  expect(await askedFor(() => started.get('/'))).toEqual([`measure: ${network}`])
  expect(await askedFor(() => started.get('/healthz', { cookie }))).toEqual(['check: '])

  const enter = async (cookie: string, params = {}): Promise<void> => {
    const sync = `${started.origin.replace('http', 'ws')}/sync`
    const client = connectClient({ server: sync, boardId: id, cookie, origin: started.origin, params })
    await client.synced()
    client.stop()
  }
  expect(await askedFor(() => enter(cookie))).toContain(`findVisit: ${person}`)
  const { ticket } = (await (await started.post(`/api/boards/${id}/ticket`, {}, { cookie })).json()) as {
    ticket: string
  }
  expect(await askedFor(() => enter('', { ticket }))).toContain(`findVisit: ${person}`)
  await started.stop()
})
