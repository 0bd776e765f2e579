import { expect, test } from 'vitest'
import { copyImage } from '@/components/board/client/copy-image'

const UPLOADS = '/api/boards/here/assets'

/** A server that shows one picture and takes whatever is sent to it. */
function serverShowing(src: string, asked: string[] = []): typeof fetch {
  return async (input, init) => {
    const address = input as string
    asked.push(`${init?.method ?? 'GET'} ${address}`)
    if (init?.method === 'POST') {
      const sent = await (init.body as Blob).text()
      return Response.json({ src: `/assets/here-${sent}` }, { status: 201 })
    }
    if (address === src) return new Response('bytes', { headers: { 'content-type': 'image/png' } })
    return Response.json({ error: { code: 'not-allowed', message: '' } }, { status: 403 })
  }
}

test('a picture of another board is sent to this one as it is', async () => {
  const asked: string[] = []
  const answer = await copyImage(UPLOADS, '/assets/there-one', {
    send: serverShowing('/assets/there-one', asked),
  })
  expect(answer).toEqual({ ok: true, value: '/assets/here-bytes' })
  expect(asked).toEqual(['GET /assets/there-one', `POST ${UPLOADS}`])
})

test('one that this person may not see answers with the server’s reason', async () => {
  const answer = await copyImage(UPLOADS, '/assets/there-two', { send: serverShowing('/assets/there-one') })
  expect(answer).toEqual({ ok: false, error: 'not-allowed' })
})

test.each(['https://example.org/a.png', '//example.org/assets/a', '/api/boards', 'data:image/png;base64,AA'])(
  '%s is never fetched',
  async (src) => {
    const asked: string[] = []
    expect(await copyImage(UPLOADS, src, { send: serverShowing(src, asked) })).toEqual({
      ok: false,
      error: 'not-found',
    })
    expect(asked).toEqual([])
  },
)

test('no network is no exception', async () => {
  const failing: typeof fetch = () => Promise.reject(new TypeError('no network'))
  expect(await copyImage(UPLOADS, '/assets/there-one', { send: failing })).toEqual({
    ok: false,
    error: 'unreachable',
  })
})

test('a server that never gives the picture counts as one out of reach', async () => {
  const silent: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'TimeoutError')))
    })
  const answer = await copyImage(UPLOADS, '/assets/there-one', { send: silent, patienceMs: 5 })
  expect(answer).toEqual({ ok: false, error: 'unreachable' })
})
