import { expect, it } from 'vitest'
import { orFailed } from '@/components/canvas/pictures/or-failed'
import { ok } from '@/lib/result'

it('answers with what was made, and with a failure where making it throws', async () => {
  const stop = new AbortController()
  const throwing = (): never => {
    throw new RangeError('Array buffer allocation failed')
  }
  expect(await orFailed(stop.signal, () => Promise.resolve(ok('picture')))).toEqual(ok('picture'))
  expect(await orFailed(stop.signal, throwing)).toEqual({ ok: false, error: 'failed' })
  stop.abort()
  expect(await orFailed(stop.signal, () => Promise.resolve().then(throwing))).toEqual({
    ok: false,
    error: 'cancelled',
  })
})
