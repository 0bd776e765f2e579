import { expect, test } from 'vitest'
import { reasonSentence, refusedSentence } from '@/components/workshop/notices/refused-words'
import { ERRORS } from '@/lib/errors'

test('how much was not taken is said in a sentence, and why', () => {
  expect(refusedSentence(1)).toMatch(/^One thing you did without a connection was not taken/)
  expect(refusedSentence(3)).toMatch(/^3 things you did without a connection were not taken/)
  expect(reasonSentence('gone')).toMatch(/deleted/)
  expect(reasonSentence('not-allowed')).toBe(ERRORS['not-allowed'].sentence)
})
