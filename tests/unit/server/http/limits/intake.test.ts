import type { IncomingMessage } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { createIntake } from '@/server/http/limits/intake'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { pngBytes } from '@/tests/support/boards/image-bytes'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { until } from '@/tests/support/until'

const PNG = pngBytes()
const ENDLESS = { boards: Infinity, bytes: Infinity }

interface Created {
  id: string
  links: { participant: string }
}

const codeOf = async (answer: Response): Promise<unknown> =>
  ((await answer.json()) as { error?: { code: string } }).error?.code

describe('what anybody may bring into being', () => {
  let server: HttpHarness
  afterEach(() => server.stop())

  it('[ACCESS-15] is so many boards an hour for one network address', async () => {
    let nowMs = Date.UTC(2026, 0, 1)
    server = await startHttpHarness({ now: () => nowMs, origin: 'https://boards.example.org' })
    const create = (from: string): Promise<Response> =>
      server.post('/api/boards', { title: 'T' }, { 'x-forwarded-for': from })
    for (let at = 0; at < LIMITS.BOARDS_PER_ADDRESS; at++)
      expect((await create('192.0.2.1')).status).toBe(201)
    const refused = await create('10.0.0.1, 192.0.2.1')
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'too-many-requests'])
    expect((await create('192.0.2.2')).status).toBe(201)
    nowMs += LIMITS.PER_ADDRESS_MS / LIMITS.BOARDS_PER_ADDRESS
    expect([(await create('192.0.2.1')).status, (await create('192.0.2.1')).status]).toEqual([201, 429])
  })

  it('[ACCESS-15] is so many people an hour for one network address; who is known comes in', async () => {
    server = await startHttpHarness({ now: () => 1 })
    const board = (await (await server.post('/api/boards', { title: 'T' })).json()) as Created
    const secret = board.links.participant.slice('/join/'.length)
    const join = (headers = {}): Promise<Response> =>
      server.post('/api/join', { secret, name: 'Pat' }, headers)
    const known = cookieFrom(await join())
    for (let at = 1; at < LIMITS.PEOPLE_PER_ADDRESS; at++) await join()
    expect(await codeOf(await join())).toBe('too-many-requests')
    expect(await codeOf(await server.post('/api/boards', { title: 'T', name: 'Pat' }))).toBe(
      'too-many-requests',
    )
    expect((await join(known)).status).toBe(200)
  })

  it('[ACCESS-15] is no board more than the settings allow, duplicates included', async () => {
    server = await startHttpHarness({ most: { ...ENDLESS, boards: 2 } })
    const first = await server.post('/api/boards', { title: 'T', name: 'Fay' })
    const { id } = (await first.json()) as Created
    const fay = cookieFrom(first)
    expect((await server.post(`/api/boards/${id}/duplicate`, {}, fay)).status).toBe(201)
    expect(await codeOf(await server.post(`/api/boards/${id}/duplicate`, {}, fay))).toBe('server-full')
    expect(await codeOf(await server.post('/api/boards', { title: 'T' }))).toBe('server-full')
  })

  it('[ACCESS-15] is no copy of a board once the copies asked for before it have taken the space', async () => {
    const COPIES = 6
    const storage = createMemoryBoardStorage()
    let visits = 0
    const findVisit: typeof storage.findVisit = (...given) => {
      visits++
      return storage.findVisit(...given)
    }
    const createBoard: typeof storage.createBoard = async (...given) => {
      const isCopy = given[0].title.startsWith('Copy of')
      if (isCopy) await until('all copies were asked for', () => visits >= COPIES)
      return storage.createBoard(...given)
    }
    const slow = { ...storage, findVisit, createBoard }
    server = await startHttpHarness({ most: { ...ENDLESS, boards: 4 }, storage: slow })
    const made = await server.post('/api/boards', { title: 'T', name: 'Fay' })
    const { id } = (await made.json()) as Created
    const fay = cookieFrom(made)
    const copy = (): Promise<Response> => server.post(`/api/boards/${id}/duplicate`, {}, fay)
    const statuses = (await Promise.all(Array.from({ length: COPIES }, copy))).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 201, 201, 507, 507, 507])
  })

  it('[ACCESS-15] is no image and no board where the bytes the settings allow are taken', async () => {
    server = await startHttpHarness({ most: { ...ENDLESS, bytes: 100_000 } })
    const made = await server.post('/api/boards', { title: 'T', name: 'Fay' })
    const { id, links } = (await made.json()) as Created
    const fay = cookieFrom(made)
    const large = new Uint8Array(100_000)
    large.set(PNG)
    expect(await codeOf(await server.post(`/api/boards/${id}/assets`, large, fay))).toBe('server-full')
    expect((await server.post(`/api/boards/${id}/assets`, large.subarray(0, 50_000), fay)).status).toBe(201)
    const rows = `title\n${Array.from({ length: 1000 }, (_, at) => `A row of some length ${at}\n`).join('')}`
    expect((await server.post(`/api/boards/${id}/import`, rows, fay)).status).toBe(200)
    expect(await codeOf(await server.post('/api/boards', { title: 'T' }))).toBe('server-full')
    const secret = links.participant.slice('/join/'.length)
    expect((await server.post('/api/join', { secret, name: 'Pat' })).status).toBe(200)
  })

  it('[ACCESS-15] is no copy of a board whose images have no space left', async () => {
    const storage = createMemoryBoardStorage()
    const kept = { boards: 0, bytes: 0 }
    const measured = { ...storage, measure: () => Promise.resolve(kept) }
    server = await startHttpHarness({ most: { ...ENDLESS, bytes: 1000 + PNG.length }, storage: measured })
    const made = await server.post('/api/boards', { title: 'T', name: 'Fay' })
    const { id } = (await made.json()) as Created
    const fay = cookieFrom(made)
    expect((await server.post(`/api/boards/${id}/assets`, PNG, fay)).status).toBe(201)
    const copy = (): Promise<Response> => server.post(`/api/boards/${id}/duplicate`, {}, fay)
    kept.bytes = 1001
    expect(await codeOf(await copy())).toBe('server-full')
    kept.bytes = 1000
    expect((await copy()).status).toBe(201)
  })
})

describe('the tickets of a board', () => {
  it('are so many a minute for one person', async () => {
    let nowMs = Date.UTC(2026, 0, 1)
    const server = await startHttpHarness({ now: () => nowMs, origin: 'https://boards.example.org' })
    const made = await server.post('/api/boards', { title: 'T', name: 'Fay' })
    const { id, links } = (await made.json()) as Created
    const secret = links.participant.slice('/join/'.length)
    const fay = cookieFrom(made)
    const pat = cookieFrom(await server.post('/api/join', { secret, name: 'Pat' }))
    const ask = (who: { cookie: string }, from = '192.0.2.1'): Promise<Response> =>
      server.post(`/api/boards/${id}/ticket`, {}, { ...who, 'x-forwarded-for': from })
    for (let at = 0; at < LIMITS.TICKETS_ISSUED_PER_PERSON; at++) expect((await ask(fay)).status).toBe(201)
    const refused = await ask(fay, '192.0.2.2')
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'asked-too-often'])
    expect((await ask(pat)).status).toBe(201)
    nowMs += LIMITS.TICKETS_ISSUED_MS / LIMITS.TICKETS_ISSUED_PER_PERSON
    expect([(await ask(fay)).status, (await ask(fay)).status]).toEqual([201, 429])
    await server.stop()
  })
})

describe('createIntake', () => {
  it('remembers no address longer than it matters', () => {
    let nowMs = 0
    const storage = { measure: () => Promise.resolve({ boards: 0, bytes: 0 }) }
    const intake = createIntake({ storage, most: ENDLESS, isBehindProxy: true, now: () => nowMs })
    const from = (address: string): IncomingMessage =>
      ({ headers: { 'x-forwarded-for': address }, socket: {} }) as unknown as IncomingMessage
    for (let at = 0; at < LIMITS.PEOPLE_PER_ADDRESS; at++) intake.admitPerson(from('192.0.2.1'))
    nowMs += 60_000
    const again = Math.floor((LIMITS.PEOPLE_PER_ADDRESS * 60_000) / LIMITS.PER_ADDRESS_MS)
    for (let at = 0; at < again; at++) intake.admitPerson(from('192.0.2.1'))
    expect(() => intake.admitPerson(from('192.0.2.1'))).toThrow('one address')
  })

  describe('[ACCESS-15] where space is short', () => {
    const { SCARCE_BYTES_PER_ADDRESS, SCARCE_FROM_PERCENT, AREA_TIMES } = LIMITS
    const most = { boards: Infinity, bytes: 20 * 1024 ** 3 }
    const half = (most.bytes * SCARCE_FROM_PERCENT) / 100
    const createOne = (bytes: number, isDiskShort = false) => {
      const kept = { boards: 0, bytes }
      const storage = { measure: () => Promise.resolve(kept) }
      const given = { storage, most, isBehindProxy: true, isDiskShort: () => isDiskShort }
      const intake = createIntake({ ...given, now: () => 0 })
      const from = (address: string): IncomingMessage =>
        ({ headers: { 'x-forwarded-for': address }, socket: {} }) as unknown as IncomingMessage
      const admit = (address: string, more: number): Promise<void> => intake.admitBytes(from(address), more)
      const admitBoard = (address: string): Promise<void> => intake.admitBoard(from(address))
      return { kept, admit, admitBoard }
    }

    it('admits so many bytes of images of one address, and of others theirs', async () => {
      const { admit } = createOne(half)
      await admit('192.0.2.1', SCARCE_BYTES_PER_ADDRESS - 10)
      await expect(admit('192.0.2.1', 11)).rejects.toMatchObject({ code: 'too-many-requests' })
      await admit('192.0.2.1', 10)
      await admit('192.0.2.2', SCARCE_BYTES_PER_ADDRESS)
    })

    it('admits a few times as many from one area, however many networks it has', async () => {
      const { admit } = createOne(half)
      for (let at = 0; at < AREA_TIMES; at++) await admit(`192.0.2.${at}`, SCARCE_BYTES_PER_ADDRESS)
      await expect(admit('192.0.2.99', 1)).rejects.toMatchObject({ code: 'too-many-requests' })
      await admit('198.51.100.1', SCARCE_BYTES_PER_ADDRESS)
    })

    it.each([
      ['the settings allow little more', half + 1, false],
      ['the disk is short', 0, true],
    ])('admits fewer boards of one address, each as what it may hold, where %s', async (_, kept, isFull) => {
      const { admitBoard } = createOne(kept, isFull)
      const most = Math.floor(SCARCE_BYTES_PER_ADDRESS / LIMITS.DOCUMENT_BYTES)
      for (let at = 0; at < most; at++) await admitBoard('192.0.2.1')
      await expect(admitBoard('192.0.2.1')).rejects.toMatchObject({ code: 'too-many-requests' })
      await admitBoard('192.0.2.2')
    })

    it('counts nothing that came while there was enough', async () => {
      const { kept, admit } = createOne(0)
      await admit('192.0.2.1', half)
      kept.bytes = half
      await admit('192.0.2.1', SCARCE_BYTES_PER_ADDRESS)
      kept.bytes = most.bytes
      await expect(admit('192.0.2.2', 1)).rejects.toMatchObject({ code: 'server-full' })
    })
  })

  it('admits so many tickets for one address, of which those refused to one person are none', () => {
    const storage = { measure: () => Promise.resolve({ boards: 0, bytes: 0 }) }
    const intake = createIntake({ storage, most: ENDLESS, isBehindProxy: true, now: () => 0 })
    const from = (address: string): IncomingMessage =>
      ({ headers: { 'x-forwarded-for': address }, socket: {} }) as unknown as IncomingMessage
    const admit = (name: string, address = '192.0.2.1'): string =>
      intake.admitTicket(from(address), name as PersonId)
    const many = LIMITS.TICKETS_ISSUED_PER_PERSON
    for (let at = 0; at < many; at++) expect(admit('mal')).toBe('192.0.2.1')
    for (let at = 0; at < many; at++) expect(() => admit('mal')).toThrow('one person')
    for (let at = many; at < LIMITS.TICKETS_ISSUED_PER_ADDRESS; at++) admit(`one of ${at}`)
    expect(() => admit('fay')).toThrow('one address')
    expect(admit('fay', '192.0.2.2')).toBe('192.0.2.2')
  })
})

it('[ACCESS-15] admits from one area a few times as many as in one network, however many networks it has', async () => {
  const storage = createMemoryBoardStorage()
  const intake = createIntake({ storage, most: ENDLESS, isBehindProxy: true, now: () => 1 })
  const from = (address: string): IncomingMessage =>
    ({ headers: { 'x-forwarded-for': address }, socket: {} }) as unknown as IncomingMessage
  const { PEOPLE_PER_ADDRESS, AREA_TIMES } = LIMITS
  for (let at = 0; at < PEOPLE_PER_ADDRESS * AREA_TIMES; at++)
    intake.admitPerson(from(`2001:db8:1:${at.toString(16)}::1`))
  expect(() => intake.admitPerson(from('2001:db8:1:ffff::1'))).toThrow('too many new ones')
  intake.admitPerson(from('2001:db8:2:ffff::1'))
})
