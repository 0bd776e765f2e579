import { Readable } from 'node:stream'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import type { Api } from '@/server/http/api-type'
import { readBytes, type Patience } from '@/server/http/body'

const PATIENT: Patience = { stalledMs: 10_000, wholeMs: 10_000 }

/** Sends a body and answers with how many bytes of it were read, or why none. */
async function send(incoming: Readable, patience = PATIENT, turn?: AbortSignal): Promise<string> {
  const given = { patience, ...(turn && { turn }) }
  const api: Api = new Hono()
  api.post('/', async (context) => context.text(String((await readBytes(context, 100, given)).length)))
  api.onError((error, context) => context.text(error instanceof AppError ? error.code : 'internal'))
  return (await api.request('/', { method: 'POST' }, { incoming })).text()
}

it('reads a body that comes in pieces', async () => {
  expect(await send(Readable.from([40, 0, 60].map((size) => new Uint8Array(size))))).toBe('100')
})

it('lets go of a body as soon as it is too large', async () => {
  let asked = 0
  const endless = new Readable({
    highWaterMark: 1,
    read() {
      asked++
      this.push(new Uint8Array(60))
    },
  })
  expect(await send(endless)).toBe('too-large')
  expect([endless.isPaused(), asked < 10]).toEqual([true, true])
})

it.each<[string, Patience]>([
  ['stalls', { stalledMs: 20, wholeMs: 10_000 }],
  ['trickles', { stalledMs: 10_000, wholeMs: 50 }],
])('gives up a body that %s', async (how, patience) => {
  const slow = new Readable({
    highWaterMark: 1,
    read() {
      if (how === 'trickles') setTimeout(() => this.push(new Uint8Array(1)), 5)
    },
  })
  expect(await send(slow, patience)).toBe('request-aborted')
  expect(slow.isPaused()).toBe(true)
})

it('gives up a body whose turn has ended, which may come again', async () => {
  const turn = new AbortController()
  const slow = new Readable({ read: () => void setTimeout(() => turn.abort()) })
  expect(await send(slow, PATIENT, turn.signal)).toBe('overloaded')
})

it('calls a body that is cut off just that, no failure of ours', async () => {
  const cut = new Readable({
    read() {
      this.push(new Uint8Array(5))
      this.destroy(new Error('ECONNRESET'))
    },
  })
  expect(await send(cut)).toBe('request-aborted')
  expect(await send(cut)).toBe('request-aborted')
})
