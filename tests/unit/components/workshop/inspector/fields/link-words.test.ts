import { expect, test } from 'vitest'
import { completeAddress, shortAddress } from '@/components/workshop/inspector/fields/link-words'

test.each([
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  [' example.org/why ', 'https://example.org/why'],
  ['fay@example.org', 'mailto:fay@example.org'],
  ['mailto:fay@example.org', 'mailto:fay@example.org'],
  ['example.org:8080', 'https://example.org:8080'],
])('%j is the address %j', (typed, address) => {
  expect(completeAddress(typed)).toBe(address)
})

test.each([
  '',
  'later',
  'javascript:alert(1)',
  'data:text/html,x',
  '//example.org',
  'two words.org',
  'file:///etc',
])('%j is no address', (typed) => {
  expect(completeAddress(typed)).toBeNull()
})

test('an address is read without what every address has', () => {
  expect(shortAddress('https://www.example.org/a/')).toBe('example.org/a')
  expect(shortAddress('mailto:fay@example.org')).toBe('fay@example.org')
})
