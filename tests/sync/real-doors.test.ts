import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { LIMITS } from '@/lib/sync/limits'
import { CAPS } from '@/lib/sync/messages'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { cookieFrom, startHttpHarness, type HttpHarness } from '../support/rooms/http-harness'
import { connectClient, type SyncClient } from '../support/rooms/sync-client'
import { until } from '../support/until'

const MANY = 500
const TWENTY_MORE = 20
const TICKET_LIFE_MS = 60_000

describe('the door of the real server', () => {
  let server: HttpHarness
  let nowMs: number
  let boardId: string
  let secret: string
  let clients: SyncClient[]
  /** How often the storage was asked who somebody is. */
  let lookups: number

  beforeEach(async () => {
    clients = []
    nowMs = Date.UTC(2026, 0, 1)
    lookups = 0
    const storage = createMemoryBoardStorage()
    const findPerson: typeof storage.findPerson = (personId) => {
      lookups++
      return storage.findPerson(personId)
    }
    server = await startHttpHarness({ now: () => nowMs, storage: { ...storage, findPerson } })
    const created = await server.post('/api/boards', { title: 'Doors' })
    const { id, links } = (await created.json()) as { id: string; links: { participant: string } }
    boardId = id
    secret = links.participant.slice('/join/'.length)
  })
  afterEach(async () => {
    for (const client of clients) client.stop()
    await server.stop()
  })

  const join = async (name: string): Promise<string> =>
    cookieFrom(await server.post('/api/join', { secret, name })).cookie
  const sync = (): string => `${server.origin.replace('http', 'ws')}/sync`
  const connect = (cookie: string, params: Record<string, string> = {}): SyncClient => {
    const client = connectClient({ server: sync(), boardId, cookie, origin: server.origin, params })
    clients.push(client)
    return client
  }
  const ticketOf = async (cookie: string): Promise<string> => {
    const asked = await server.post(`/api/boards/${boardId}/ticket`, {}, { cookie })
    return ((await asked.json()) as { ticket: string }).ticket
  }
  /** Knocks once and answers with the code it is closed with. */
  const knock = (headers: { cookie: string; origin: string }): Promise<number> =>
    new Promise((resolve) => new WebSocket(`${sync()}/${boardId}`, { headers }).once('close', resolve))
  const socketsInMetrics = async (): Promise<string | undefined> =>
    /^contour_sockets (\d+)$/m.exec(await (await server.get('/metrics')).text())?.[1]

  it('[ACCESS-10] lets in twenty of 500 sockets of one person while the others go on, and nothing of them stays behind', async () => {
    const [ada, ben] = [connect(await join('Ada')), connect(await join('Ben'))]
    await Promise.all([ada.synced(), ben.synced()])
    const headers = { cookie: await join('Mallory'), origin: server.origin }
    const codes: number[] = []
    let welcomed = 0
    const sockets = Array.from({ length: MANY }, () => {
      const socket = new WebSocket(`${sync()}/${boardId}?caps=${CAPS.join(',')}`, { headers })
      socket.once('message', () => welcomed++)
      socket.once('close', (code) => codes.push(code))
      return socket
    })
    addTitled(ada.board, 'Ada', 'meanwhile')
    await until('every socket has an answer', () => welcomed + codes.length === MANY, 30_000)
    expect([welcomed, new Set(codes)]).toEqual([LIMITS.CONNECTIONS_PER_PERSON, new Set([1013])])
    const lookupsBefore = lookups
    const late = await Promise.all(Array.from({ length: TWENTY_MORE }, () => knock(headers)))
    expect([new Set(late), lookups - lookupsBefore]).toEqual([new Set([1013]), 0])
    await ada.saved()
    await until('the other sees it', () => titlesOn(ben.board).includes('meanwhile'))
    const cleo = connect(await join('Cleo'))
    await cleo.synced()
    expect([ada, ben, cleo].map((client) => client.closedWith())).toEqual([null, null, null])

    for (const socket of sockets) socket.terminate()
    await until('their sockets are gone', () => server.parts.rooms.stats().sockets === 3)
    expect(await socketsInMetrics()).toBe('3')
    for (const client of clients.splice(0)) client.stop()
    await until('all sockets are gone', () => server.parts.rooms.stats().sockets === 0)
    expect(await socketsInMetrics()).toBe('0')
  })

  it('opens once to a ticket, then turns it away with 4401', async () => {
    const ticket = await ticketOf(await join('Ada'))
    const ada = connect('', { ticket })
    await ada.synced()
    const again = connect('', { ticket })
    await until('the used ticket is turned away', () => again.closedWith() !== null)
    expect([again.closedWith(), again.sessions, ada.closedWith()]).toEqual([4401, [], null])
  })

  it('turns away with 4401 whoever comes with a ticket that has expired', async () => {
    const cookie = await join('Ada')
    const [inTime, late] = [await ticketOf(cookie), await ticketOf(cookie)]
    nowMs += TICKET_LIFE_MS - 1
    await connect('', { ticket: inTime }).synced()
    nowMs += 1
    const client = connect('', { ticket: late })
    await until('the late ticket is turned away', () => client.closedWith() !== null)
    expect([client.closedWith(), client.sessions]).toEqual([4401, []])
  })
})
