import { afterEach, expect, test, vi } from 'vitest'
import { undoAll } from '@/components/canvas/undo-all'

afterEach(() => vi.unstubAllGlobals())

test('all is taken back, the last first, though one throws, which is reported and goes no further', () => {
  const reportError = vi.fn()
  vi.stubGlobal('reportError', reportError)
  const fault = new Error('The canvas is gone.')
  const done: string[] = []
  undoAll([
    () => done.push('first'),
    () => {
      throw fault
    },
    () => done.push('last'),
  ])
  expect(done).toEqual(['last', 'first'])
  expect(reportError.mock.calls).toEqual([[fault]])
})
