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
  expect(await findDocument('/api/boards/b', failing)).toEqual({ ok: false, error: 'overloaded' })
})
