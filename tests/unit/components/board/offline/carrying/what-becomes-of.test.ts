import { expect, test } from 'vitest'
import { whatBecomesOf } from '@/components/board/offline/carrying/what-becomes-of'

test('nothing stays of a board one is not on any more, and nothing is lost for a reason that passes', () => {
  expect((['removed', 'board-deleted', 'not-signed-in'] as const).map(whatBecomesOf)).toEqual(
    Array(3).fill('forgotten'),
  )
  expect((['epoch-changed', 'reload-needed'] as const).map(whatBecomesOf)).toEqual(['renewed', 'renewed'])
  expect((['client-too-old', 'restarting'] as const).map(whatBecomesOf)).toEqual(['kept', 'kept'])
  expect(whatBecomesOf('invalid-document')).toBe('listed')
})
