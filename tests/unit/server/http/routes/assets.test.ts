import { afterEach, beforeEach, expect, test } from 'vitest'
import { toAssetId } from '@/lib/board/initiatives/addresses'
import { ERRORS } from '@/lib/errors'
import { createId, type BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { jpegBytes } from '@/tests/support/boards/image-bytes'
import { joinAsGuest, removeGuest } from '@/tests/support/rooms/guest'
import { countAnswers, holdCalls } from '@/tests/support/rooms/held-calls'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'
import { shake, type ShakyStorage } from '@/tests/support/rooms/shaky-storage'
import { SeededRandom } from '@/tests/support/seeded-random'
import { until } from '@/tests/support/until'

let server: HttpHarness
let storage: ShakyStorage

beforeEach(async () => {
  storage = shake(createMemoryBoardStorage())
  server = await startHttpHarness({ storage })
})
afterEach(() => server.stop())

test('who is removed while they wait for their turn is shown no image', async () => {
  const created = await server.post('/api/boards', { title: 'T', name: 'Fay' })
  const { id: boardId, links } = (await created.json()) as { id: BoardId; links: { viewer: string } }
  const fay = cookieFrom(created)
  const wim = await joinAsGuest(server, links.viewer, 'Wim')
  const held = holdCalls(storage, 'findAsset')
  const found = countAnswers(storage, 'findVisit')
  const random = new SeededRandom(1)
  const ask = (who: { cookie: string }): Promise<Response> =>
    server.get(
      `/assets/${toAssetId(
        boardId,
        createId((bytes) => random.bytes(bytes)),
      )}`,
      { cookie: who.cookie },
    )
  const first = Array.from({ length: LIMITS.IMAGES_AT_ONCE }, () => ask(fay))
  await until('every turn is taken', () => held.count === LIMITS.IMAGES_AT_ONCE)
  const before = found.count
  const late = ask(wim)
  await until('they wait for theirs', () => found.count > before)
  await removeGuest(server, { boardId, guest: wim, by: fay })
  held.letGo()
  expect((await late).status).toBe(403)
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual(first.map(() => 404))
})

test('[ACCESS-14] no image is kept that takes every browser minutes, since its pixels come again and again', async () => {
  const created = await server.post('/api/boards', { title: 'T', name: 'Fay' })
  const { id } = (await created.json()) as { id: BoardId }
  const add = (scans: number): Promise<Response> =>
    server.post(`/api/boards/${id}/assets`, jpegBytes(2_560, 2_560, scans), cookieFrom(created))
  expect((await add(LIMITS.IMAGE_SCANS)).status).toBe(201)
  const refused = await add(LIMITS.IMAGE_SCANS + 1)
  expect(refused.status).toBe(413)
  expect(await refused.json()).toMatchObject({ error: { code: 'too-many-pixels' } })
  expect(ERRORS['too-many-pixels'].sentence).toContain('takes too long to be drawn')
})
