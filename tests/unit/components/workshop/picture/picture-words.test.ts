import { expect, test } from 'vitest'
import {
  dayWords,
  failureWords,
  partWords,
  sizeWords,
  tooLargeWords,
} from '@/components/workshop/picture/picture-words'

test('a size is said in px, with separators, and stays on one line', () => {
  expect(sizeWords({ w: 3424, h: 980 })).toBe('3,424\u00a0×\u00a0980\u00a0px')
})

test('the day on a picture is the day where the person is', () => {
  expect(dayWords(new Date(2026, 2, 4, 0, 10))).toBe('4 March 2026')
})

test('a part has a name, and the whole board needs none', () => {
  const parts = { frames: [{ instanceId: 'one', name: 'Effort and value' }] }
  expect(partWords({ kind: 'board' }, parts)).toBe('')
  expect(partWords({ kind: 'frame', instanceId: 'one' }, parts)).toBe('Effort and value')
  expect(partWords({ kind: 'selection' }, parts)).toBe('Selection')
})

test('what is too large names its size and the way out', () => {
  expect(tooLargeWords({ w: 40_000, h: 9_000 })).toMatch(/40,000\s×\s9,000\spx.*SVG/)
})

test('every other failure says what to do', () => {
  expect(failureWords('empty')).toMatch(/Choose something else/)
  expect(failureWords('failed')).toMatch(/Try again/)
})
