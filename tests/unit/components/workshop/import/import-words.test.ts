import { expect, test } from 'vitest'
import { importWords } from '@/components/workshop/import/import-words'

test.each([
  [{ added: 12, updated: 0 }, 'Added 12 initiatives.'],
  [{ added: 1, updated: 0 }, 'Added 1 initiative.'],
  [{ added: 0, updated: 2 }, 'Updated 2 initiatives.'],
  [{ added: 3, updated: 1 }, 'Added 3 and updated 1 initiative.'],
  [{ added: 0, updated: 0 }, 'Nothing was added.'],
])('an import of %o is told in a sentence', (outcome, sentence) => {
  expect(importWords({ ...outcome, rejected: [] })).toBe(sentence)
})
