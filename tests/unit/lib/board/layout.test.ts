import { expect, test } from 'vitest'
import { ENTITY_ROOTS, isEntityRoot, ROOTS } from '@/lib/board/layout'

test('a root of entities is told from the others, and from what every object knows', () => {
  expect(ROOTS.filter(isEntityRoot)).toEqual(ENTITY_ROOTS)
  expect(['constructor', ''].filter(isEntityRoot)).toEqual([])
})
