import { expect, test } from 'vitest'
import { failureWords } from '@/components/workshop/failure-words'

const words = { failed: '“Spring” was not deleted.', unsure: '“Spring” was deleted' }
const refusal = { code: 'overloaded', sentence: 'The server is busy.', mayRetry: true } as const

test('what the server refused is told as not done, with the reason', () => {
  expect(failureWords({ ...refusal, isUnknown: false }, words)).toBe(
    '“Spring” was not deleted. The server is busy.',
  )
})

test('what may have been done all the same is not told as not done', () => {
  expect(failureWords({ ...refusal, isUnknown: true }, words)).toBe(
    'No answer came from the server: look whether “Spring” was deleted.',
  )
})
