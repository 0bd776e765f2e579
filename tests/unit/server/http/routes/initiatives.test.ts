import { afterEach, beforeEach, expect, test } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { cookieFrom, startHttpHarness, type HttpHarness } from '@/tests/support/rooms/http-harness'

let server: HttpHarness
let nowMs = Date.UTC(2026, 0, 1)
let path: string

beforeEach(async () => {
  server = await startHttpHarness({ now: () => nowMs })
})
afterEach(() => server.stop())

test('[ROOM-11] who takes lists out or brings them in without end is told to wait, and others are not', async () => {
  const created = await server.post('/api/boards', { title: 'T', name: 'Fay' })
  const { id, links } = (await created.json()) as { id: string; links: { viewer: string } }
  path = `/api/boards/${id}`
  const fay = cookieFrom(created)
  const secret = links.viewer.slice('/join/'.length)
  const wim = cookieFrom(await server.post('/api/join', { secret, name: 'Wim' }))
  const takeOut = async (who: typeof fay): Promise<number> =>
    (await server.get(`${path}/initiatives.csv`, who)).status
  const preview = async (): Promise<number> =>
    (await server.post(`${path}/import?dryRun=1`, 'title\nOne\n', fay)).status
  for (let at = 1; at < LIMITS.LISTS_PER_PERSON; at++) expect(await takeOut(fay)).toBe(200)
  expect(await preview()).toBe(200)
  expect([await takeOut(fay), await preview(), await takeOut(wim)]).toEqual([429, 429, 200])
  const refused = await server.get(`${path}/initiatives.csv`, fay)
  expect(await refused.json()).toMatchObject({ error: { code: 'asked-too-often' } })
  nowMs += LIMITS.LISTS_PER_PERSON_MS
  expect(await takeOut(fay)).toBe(200)
})
