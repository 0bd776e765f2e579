import { afterEach, beforeEach, expect, test } from 'vitest'
import { setPlacements } from '@/lib/board/operations/placements'
import { boardPictureSchema, type BoardPicture } from '@/lib/board/pictures/picture'
import { SERVER_PERSON } from '@/lib/board/step'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { joinAsGuest, removeGuest } from '@/tests/support/rooms/guest'
import { countAnswers, holdCalls } from '@/tests/support/rooms/held-calls'
import { shake, type ShakyStorage } from '@/tests/support/rooms/shaky-storage'
import { until } from '@/tests/support/until'

let server: HttpHarness
let storage: ShakyStorage
let boardId: BoardId
let links: { viewer: string }
let fay: { cookie: string }
let nowMs: number
/** How much later it is each time somebody looks at the clock. */
let stepMs: number

beforeEach(async () => {
  ;[nowMs, stepMs] = [Date.UTC(2026, 0, 1), 0]
  storage = shake(createMemoryBoardStorage())
  server = await startHttpHarness({ storage, now: () => (nowMs += stepMs) })
  const created = await server.post('/api/boards', {
    title: 'T',
    name: 'Fay',
    sample: 'open-source-portfolio',
  })
  fay = cookieFrom(created)
  const board = (await created.json()) as { id: BoardId; links: { viewer: string } }
  ;[boardId, links] = [board.id, board.links]
})
afterEach(() => server.stop())

const look = async (): Promise<BoardPicture> =>
  boardPictureSchema.parse(await (await server.get(`/api/boards/${boardId}/picture`, fay)).json())

test('a picture shows a board to its members and to nobody else', async () => {
  const picture = await look()
  expect(picture.initiatives).toBe(24)
  // Twelve on the curves, eight of them on teams as well.
  expect(picture.placed).toBe(12)
  expect(picture.cards).toHaveLength(20)
  expect((await server.get(`/api/boards/${boardId}/picture`)).status).toBe(401)
  const eve = cookieFrom(await server.post('/api/boards', { title: 'Hers', name: 'Eve' }))
  expect((await server.get(`/api/boards/${boardId}/picture`, eve)).status).toBe(401)
})

const placeAt = async (dx: number): Promise<void> => {
  const author = { personId: SERVER_PERSON, now: 1, origin: 'server' as const }
  const placement = { target: 'canvas', dx, dy: 6 }
  await server.parts.rooms.apply(boardId, author, (board) =>
    setPlacements(board, author, [{ key: 'sample-kep-2906/canvas', placement }]),
  )
}

test('[ROOM-18] a picture that takes long is not drawn for a person again and again', async () => {
  stepMs = LIMITS.PICTURE_MS_PER_PERSON
  await placeAt(1)
  expect((await look()).cards).toContainEqual({ x: 1, y: 6 })
  stepMs = 0
  await placeAt(2)
  expect((await look()).cards, 'the one drawn before').toContainEqual({ x: 1, y: 6 })
  const other = (await (await server.post('/api/boards', { title: 'U', name: 'Fay' }, fay)).json()) as {
    id: string
  }
  expect((await server.get(`/api/boards/${other.id}/picture`, fay)).status).toBe(429)
  nowMs += LIMITS.PICTURE_MS_PER_PERSON_MS
  expect((await look()).cards).toContainEqual({ x: 2, y: 6 })
  expect((await server.get(`/api/boards/${other.id}/picture`, fay)).status).toBe(200)
})

test('a picture follows the board', async () => {
  const before = await look()
  await placeAt(5)
  const after = await look()
  expect(after.placed).toBe(before.placed + 1)
  expect(after.cards).toContainEqual({ x: 5, y: 6 })
})

test('one board that cannot be read does not keep the pictures of others away', async () => {
  storage.isUnreadable = true
  expect((await server.get(`/api/boards/${boardId}/picture`, fay)).status).toBe(503)
  storage.isUnreadable = false
  expect((await look()).initiatives).toBe(24)
})

test('who is removed while they wait for their turn is shown no picture', async () => {
  const wim = await joinAsGuest(server, links.viewer, 'Wim')
  const held = holdCalls(storage, 'lastSeq')
  const found = countAnswers(storage, 'findVisit')
  const ask = (who: { cookie: string }) => server.get(`/api/boards/${boardId}/picture`, who)
  const first = Array.from({ length: LIMITS.PICTURES_AT_ONCE }, () => ask(fay))
  await until('every turn is taken', () => held.count === LIMITS.PICTURES_AT_ONCE)
  const before = found.count
  const late = ask(wim)
  await until('they wait for theirs', () => found.count > before)
  await removeGuest(server, { boardId, guest: wim, by: fay })
  held.letGo()
  expect((await late).status).toBe(403)
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual(first.map(() => 200))
})
