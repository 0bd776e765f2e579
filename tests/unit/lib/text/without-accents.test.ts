import { expect, it } from 'vitest'
import { withoutAccents } from '@/lib/text/without-accents'

it('takes accents off Latin, Greek and Cyrillic letters and marks off what is no letter', () => {
  expect(withoutAccents('Über Ωμέγα Ёлка ❤️'.normalize('NFD'))).toBe('Uber Ωμεγα Елка ❤')
})

it('keeps the marks that make another word', () => {
  for (const word of ['ハード', 'दिन'])
    expect(withoutAccents(word.normalize('NFD'))).toBe(word.normalize('NFD'))
})
