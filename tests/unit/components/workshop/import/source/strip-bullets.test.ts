import { expect, test } from 'vitest'
import { stripBullets } from '@/components/workshop/import/source/strip-bullets'

test('bullets and numbers of a list are taken off', () => {
  expect(stripBullets('- one\n* two\n• three')).toBe('one\ntwo\nthree')
  expect(stripBullets('1. one\n2) two')).toBe('one\ntwo')
})

test('a text that is not a list as a whole stays as it is', () => {
  expect(stripBullets('- one\ntwo')).toBe('- one\ntwo')
  expect(stripBullets('-5 degrees\n-6 degrees')).toBe('-5 degrees\n-6 degrees')
})
