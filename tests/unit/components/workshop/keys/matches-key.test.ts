import { expect, it } from 'vitest'
import { matchesKey, type KeyPress } from '@/components/workshop/keys/matches-key'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
})

it('tells the same letter with and without Shift and command apart', () => {
  expect(matchesKey(press('z', { ctrlKey: true }), 'Mod+Z')).toBe(true)
  expect(matchesKey(press('z', { metaKey: true }), 'Mod+Z')).toBe(true)
  expect(matchesKey(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z')).toBe(false)
  expect(matchesKey(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z')).toBe(true)
  expect(matchesKey(press('z'), 'Mod+Z')).toBe(false)
  expect(matchesKey(press('n', { altKey: true }), 'N')).toBe(false)
})

it('knows digits by their place: a French keyboard has them behind Shift', () => {
  expect(matchesKey(press('!', { code: 'Digit1', shiftKey: true }), 'Shift+1')).toBe(true)
  expect(matchesKey(press('&', { code: 'Digit1' }), '1')).toBe(true)
  expect(matchesKey(press('1', { code: 'Digit1' }), 'Shift+1')).toBe(false)
})

it('knows signs by what is printed, wherever they are', () => {
  expect(matchesKey(press('?', { code: 'Slash', shiftKey: true }), '?')).toBe(true)
  expect(matchesKey(press('/', { code: 'Digit7', shiftKey: true }), '/')).toBe(true)
  expect(matchesKey(press('+', { shiftKey: true }), '+')).toBe(true)
})

it('knows letters of other scripts by their place', () => {
  expect(matchesKey(press('м', { code: 'KeyV' }), 'V')).toBe(true)
  expect(matchesKey(press('a', { code: 'KeyQ' }), 'Q')).toBe(false)
})

it('knows keys with names', () => {
  expect(matchesKey(press('Delete'), 'Delete')).toBe(true)
  expect(matchesKey(press('d'), 'Delete')).toBe(false)
  expect(matchesKey(press('F10', { altKey: true }), 'Alt+F10')).toBe(true)
  expect(matchesKey(press('F10'), 'Alt+F10')).toBe(false)
})
