import { expect, test } from 'vitest'
import { uploadImage } from '@/components/board/client/upload-image'
import { LIMITS } from '@/lib/sync/limits'

const IMAGE = new File([new Uint8Array([1, 2, 3])], 'a.png', { type: 'image/png' })

function answering(status: number, body: unknown): typeof fetch {
  return () => Promise.resolve(new Response(JSON.stringify(body), { status }))
}

test('an image that is taken answers with its path', async () => {
  const answer = await uploadImage('/api/x', IMAGE, { send: answering(201, { src: '/assets/abc' }) })
  expect(answer).toEqual({ ok: true, value: '/assets/abc' })
})

test('one that is not taken answers with the server’s reason', async () => {
  const refusal = { error: { code: 'unsupported-image', message: '' } }
  expect(await uploadImage('/api/x', IMAGE, { send: answering(415, refusal) })).toEqual({
    ok: false,
    error: 'unsupported-image',
  })
  expect(await uploadImage('/api/x', IMAGE, { send: answering(500, { error: { code: 'odd' } }) })).toEqual({
    ok: false,
    error: 'internal',
  })
})

test('one too large is not even sent, and no network is no exception', async () => {
  const huge = new File([new Uint8Array(LIMITS.ASSET_BYTES + 1)], 'a.png')
  const failing: typeof fetch = () => Promise.reject(new TypeError('no network'))
  expect(await uploadImage('/api/x', huge, { send: failing })).toEqual({ ok: false, error: 'too-large' })
  expect(await uploadImage('/api/x', IMAGE, { send: failing })).toEqual({ ok: false, error: 'unreachable' })
})

test('what is sent is the image as it was made smaller', async () => {
  const smaller = new Blob([new Uint8Array(9)], { type: 'image/webp' })
  const huge = new File([new Uint8Array(LIMITS.ASSET_BYTES + 1)], 'a.png', { type: 'image/png' })
  const sent: RequestInit[] = []
  const send: typeof fetch = (_, init) => {
    sent.push(init ?? {})
    return answering(201, { src: '/assets/abc' })('')
  }
  const answer = await uploadImage('/api/x', huge, { send, shrink: () => Promise.resolve(smaller) })
  expect(answer).toEqual({ ok: true, value: '/assets/abc' })
  expect(sent).toMatchObject([{ body: smaller, headers: { 'content-type': 'image/webp' } }])
})

test('a server that does not answer counts as one out of reach', async () => {
  const silent: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'TimeoutError')))
    })
  const answer = await uploadImage('/api/x', IMAGE, { send: silent, patienceMs: 5 })
  expect(answer).toEqual({ ok: false, error: 'unreachable' })
})
