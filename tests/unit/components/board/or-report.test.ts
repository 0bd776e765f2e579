import { afterEach, expect, test, vi } from 'vitest'
import { orReport } from '@/components/board/or-report'

afterEach(() => vi.unstubAllGlobals())

test('what is run answers, and what throws is reported and answers with nothing', () => {
  const reportError = vi.fn()
  vi.stubGlobal('reportError', reportError)
  const fault = new Error('It cannot.')
  const fail = (): number => {
    throw fault
  }
  expect([orReport(() => 7), orReport(fail)]).toEqual([7, null])
  expect(reportError.mock.calls).toEqual([[fault]])
})
