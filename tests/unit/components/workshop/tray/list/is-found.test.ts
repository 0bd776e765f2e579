import { expect, test } from 'vitest'
import { isFound } from '@/components/workshop/tray/list/is-found'
import type { Initiative } from '@/lib/board/layout'

const INITIATIVE = {
  title: 'Über den Zoll',
  team: 'Logistik',
  owner: 'Zoë',
  externalKey: 'L-7',
} as Initiative

test('a card is found by any of its words, in any order', () => {
  expect(isFound(INITIATIVE, 'zoll über')).toBe(true)
  expect(isFound(INITIATIVE, 'logistik')).toBe(true)
  expect(isFound(INITIATIVE, 'l-7')).toBe(true)
  expect(isFound(INITIATIVE, 'zoll hafen')).toBe(false)
})

test('accents and case do not matter', () => {
  expect(isFound(INITIATIVE, 'UBER')).toBe(true)
  expect(isFound(INITIATIVE, 'zoe')).toBe(true)
})

test('no search finds everything but what is gone', () => {
  expect(isFound(INITIATIVE, ' ')).toBe(true)
  expect(isFound(null, '')).toBe(false)
})
