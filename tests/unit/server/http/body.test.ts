import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { readBytes, type Patience } from '@/server/http/body'

const PATIENT: Patience = { stalledMs: 10_000, wholeMs: 10_000 }

/** Sends a body and answers with how many bytes of it were read, or why none. */
async function send(
  body: ReadableStream<Uint8Array>,
  patience = PATIENT,
  turn?: AbortSignal,
): Promise<string> {
  const given = { patience, ...(turn && { turn }) }
  const api = new Hono()
  api.post('/', async (context) => context.text(String((await readBytes(context, 100, given)).length)))
  api.onError((error, context) => context.text(error instanceof AppError ? error.code : 'internal'))
  const request = new Request('http://contour/', { method: 'POST', body, duplex: 'half' } as RequestInit)
  return (await api.request(request)).text()
}

it('reads a body that comes in pieces', async () => {
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const size of [40, 0, 60]) controller.enqueue(new Uint8Array(size))
      controller.close()
    },
  })
  expect(await send(pieces)).toBe('100')
})

it('lets go of a body as soon as it is too large', async () => {
  let isLetGo = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(60)),
    cancel: () => void (isLetGo = true),
  })
  expect(await send(endless)).toBe('too-large')
  expect(isLetGo).toBe(true)
})

it.each<[string, Patience]>([
  ['stalls', { stalledMs: 20, wholeMs: 10_000 }],
  ['trickles', { stalledMs: 10_000, wholeMs: 50 }],
])('gives up a body that %s', async (how, patience) => {
  let isLetGo = false
  const slow = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (how === 'trickles' && !isLetGo) controller.enqueue(new Uint8Array(0))
      else if (!isLetGo) await new Promise(() => undefined)
    },
    cancel: () => void (isLetGo = true),
  })
  expect(await send(slow, patience)).toBe('request-aborted')
  expect(isLetGo).toBe(true)
})

it('gives up a body whose turn has ended, which may come again', async () => {
  const turn = new AbortController()
  const slow = new ReadableStream<Uint8Array>({ pull: () => void setTimeout(() => turn.abort()) })
  expect(await send(slow, PATIENT, turn.signal)).toBe('overloaded')
})

it('calls a body that is cut off just that, no failure of ours', async () => {
  const cut = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(5))
    },
    pull: () => Promise.reject(new Error('ECONNRESET')),
  })
  expect(await send(cut)).toBe('request-aborted')
})
