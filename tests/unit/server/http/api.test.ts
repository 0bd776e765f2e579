import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
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

it.each([
  [411, 'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'],
  [413, 'Content-Length: 1000000000\r\n\r\nhello'],
])(
  '[ROOM-18] takes in no body of a request that only reads, and ends its line: %i for %j',
  async (status, rest) => {
    const server = await startHttpHarness()
    for (const address of ['/healthz', '/api/boards/nothing', '/canvas-assets/nothing', '/']) {
      const line = connect(Number(new URL(server.origin).port), '127.0.0.1')
      line.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\n${rest}`)
      expect(await text(line)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    }
    await server.stop()
  },
)
