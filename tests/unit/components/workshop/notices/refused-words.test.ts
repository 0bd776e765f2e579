import { expect, test } from 'vitest'
import { reasonSentence, refusedSentence } from '@/components/workshop/notices/refused-words'
import { ERRORS } from '@/lib/errors'

test('how much was not taken is said in a sentence, and why', () => {
  expect(refusedSentence(1)).toMatch(/^One thing you did was not taken/)
  expect(refusedSentence(3)).toMatch(/^3 things you did were not taken/)
  expect(reasonSentence('gone')).toMatch(/deleted/)
  for (const code of ['epoch-changed', 'reload-needed', 'invalid-document', 'too-large'] as const)
    expect(reasonSentence(code)).not.toMatch(/[Rr]eload|try again/)
  expect(reasonSentence('not-allowed')).toBe(ERRORS['not-allowed'].sentence)
})
