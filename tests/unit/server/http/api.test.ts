import { expect, it } from 'vitest'
import { createMemoryBoardStorage } from '@/server/storage/memory-board-storage'
import { startHttpHarness } from '@/tests/support/rooms/http-harness'
import { until } from '@/tests/support/until'

it('looks once at the storage for all who ask meanwhile whether it is well, and anew for the next', async () => {
  const looks: (() => void)[] = []
  const look = async (): Promise<void> => new Promise((resolve) => looks.push(resolve))
  const server = await startHttpHarness({ storage: { ...createMemoryBoardStorage(), check: look } })
  const all = Array.from({ length: 10 }, () => server.get('/healthz'))
  // Its answer comes after the others were let in.
  await server.get('/api/boards/none')
  for (const found of looks.splice(0, 1)) found()
  expect((await Promise.all(all)).every(({ status }) => status === 200)).toBe(true)
  expect(looks).toEqual([])
  const next = server.get('/healthz')
  await until('it is looked again', () => looks.length === 1)
  looks[0]?.()
  expect((await next).status).toBe(200)
  await server.stop()
})
