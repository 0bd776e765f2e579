import { expect, test } from 'vitest'
import { importWords } from '@/components/workshop/import/import-words'

test.each([
  [{ added: 12, updated: 0, unchanged: 0, skipped: 0 }, 'Added 12 initiatives.'],
  [{ added: 1, updated: 0, unchanged: 0, skipped: 0 }, 'Added 1 initiative.'],
  [{ added: 0, updated: 2, unchanged: 5, skipped: 0 }, 'Updated 2 initiatives.'],
  [{ added: 3, updated: 1, unchanged: 0, skipped: 0 }, 'Added 3 and updated 1 initiative.'],
  [{ added: 3, updated: 0, unchanged: 0, skipped: 1 }, 'Added 3 initiatives, skipped 1 row.'],
  [{ added: 0, updated: 0, unchanged: 0, skipped: 4 }, 'Skipped 4 rows.'],
  [{ added: 0, updated: 0, unchanged: 0, skipped: 0 }, 'Nothing was added.'],
  [{ added: 0, updated: 0, unchanged: 3, skipped: 1 }, 'Nothing changed: all of it is on the board already.'],
])('an import of %o is told in a sentence', (counts, sentence) => {
  expect(importWords(counts)).toBe(sentence)
})
