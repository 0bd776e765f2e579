import { expect, test } from 'vitest'
import { inParts } from '@/components/board/undo/in-parts'
import type { StepChange } from '@/lib/board/step'

const rewrite = (id: string, length: number): StepChange => ({
  ...{ kind: 'rewrite', root: 'initiatives', id, field: 'summary' },
  ...{ before: 'x'.repeat(length), after: '' },
})

test('a small step is one part', () => {
  const step = [rewrite('a', 10), rewrite('b', 10)]
  expect(inParts(step)).toEqual([step])
})

test('a large one is cut, and nothing is lost or moved', () => {
  const step = Array.from({ length: 500 }, (_, at) => rewrite(`i${at}`, 2_000))
  const parts = inParts(step)
  expect(parts.length).toBeGreaterThan(3)
  expect(parts.flat()).toEqual(step)
})

test('nothing is no part', () => {
  expect(inParts([])).toEqual([])
})
