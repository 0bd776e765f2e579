import { expect, test } from 'vitest'
import { findDocument } from '@/components/board/client/find-document'

function answering(status: number, body: unknown): typeof fetch {
  return () => Promise.resolve(new Response(JSON.stringify(body), { status }))
}

test('the epoch and the role of now are found', async () => {
  const body = { id: 'b', title: 'Board', epoch: 3, role: 'viewer' }
  expect(await findDocument('/api/boards/b', answering(200, body))).toEqual({
    ok: true,
    value: { epoch: 3, role: 'viewer' },
  })
})

test('a refusal is told by its code, and no network is no exception', async () => {
  const gone = answering(410, { error: { code: 'board-deleted', message: '' } })
  expect(await findDocument('/api/boards/b', gone)).toEqual({ ok: false, error: 'board-deleted' })
  const failing: typeof fetch = () => Promise.reject(new TypeError('no network'))
  expect(await findDocument('/api/boards/b', failing)).toEqual({ ok: false, error: 'unreachable' })
})

test('a line that swallows everything is not waited for for ever', async () => {
  const silent: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new Error('late'))),
    )
  expect(await findDocument('/api/boards/b', silent, 10)).toEqual({ ok: false, error: 'unreachable' })
})
