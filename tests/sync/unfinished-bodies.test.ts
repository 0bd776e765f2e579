import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { LIMITS } from '@/lib/sync/limits'
import { startHttpHarness } from '../support/rooms/http-harness'
import { until } from '../support/until'

const { JSON_BODY_BYTES, UNFINISHED_BODY_BYTES_PER_ADDRESS } = LIMITS
/** A quarter more than there is room for. */
const SENDERS = (1.25 * UNFINISHED_BODY_BYTES_PER_ADDRESS) / JSON_BODY_BYTES

it('[ROOM-18] bodies that never end take little memory, and their sender keeps no neighbour out', async () => {
  const server = await startHttpHarness()
  const port = Number(new URL(server.origin).port)
  const lines = await Promise.all(
    Array.from({ length: SENDERS }, async () => {
      const line = connect(port, '127.0.0.1').on('error', () => undefined)
      await once(line, 'connect')
      return line
    }),
  )
  const answers: string[] = []
  for (const line of lines) {
    line.on('data', (said) => answers.push(String(said).split('\r\n')[0] ?? ''))
    line.write(`POST /api/join HTTP/1.1\r\nhost: a\r\ncontent-length: ${JSON_BODY_BYTES}\r\n\r\n`)
    line.write(Buffer.alloc(JSON_BODY_BYTES - 1))
  }
  await until('what is too much is refused', () => answers.length >= SENDERS / 5)
  expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 503 Service Unavailable']))
  expect((await server.post('/api/boards', { title: 'T', name: 'Fay' })).status).toBe(201)
  for (const line of lines) line.destroy()
  await server.stop()
})
