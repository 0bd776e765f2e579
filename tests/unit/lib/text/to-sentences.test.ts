import { expect, test } from 'vitest'
import { toSentences } from '@/lib/text/to-sentences'

test('parts become sentences, with one full stop between them and none at the end', () => {
  expect(toSentences(['Search', '', 'on the curve “Steady”', 'Spent 10 %. Next: test it.'])).toBe(
    'Search. On the curve “Steady”. Spent 10 %. Next: test it',
  )
})

test('a name that is written small stays as it is but for its first letter', () => {
  expect(toSentences(['öffnen'])).toBe('Öffnen')
  expect(toSentences([])).toBe('')
})
