import { expect, test } from 'vitest'
import { closedWords, leaveWords, unsavedSentence } from '@/components/workshop/notices/closed-words'

test('what a reload mends offers a reload', () => {
  expect(closedWords('epoch-changed').remedy).toBe('reload')
  expect(closedWords('invalid-document').remedy).toBe('reload')
})

test('what nothing mends here leads home', () => {
  expect(closedWords('not-allowed').remedy).toBe('home')
  expect(closedWords('removed')).toEqual({ title: 'You were removed from this board', remedy: 'home' })
  expect(closedWords('left-board').remedy).toBe('home')
  expect(closedWords('no-such-board').remedy).toBe('home')
  expect(closedWords('server-too-old')).toEqual({ title: 'This board needs a newer Contour', remedy: 'home' })
})

test('the panel says how many changes may be lost', () => {
  expect(unsavedSentence(1)).toBe('One thing you changed last may not be saved.')
  expect(unsavedSentence(12)).toMatch(/^12 things/)
})

test('the button that leaves says what goes with it, and no more than that', () => {
  expect(leaveWords('home', 0)).toBe('To your boards')
  expect(leaveWords('home', 2)).toBe('To your boards without them')
  expect(leaveWords('reload', 0)).toBe('Reload the page')
  expect(leaveWords('reload', 1)).toBe('Reload without it')
})
