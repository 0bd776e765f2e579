import { expect, test } from 'vitest'
import { nameLines, nameSize } from '@/components/canvas/shapes/plot/names/name-lines'

/** As wide as the letters of the product are on average. */
const measure = (text: string): number => text.length * 9

test('a long name is written in two lines of about the same length, others in one', () => {
  const lines = nameLines('Fast first, then less and less', 20, measure)
  expect(lines).toEqual(['Fast first, then', 'less and less'])
  expect(nameSize(lines, 20, measure)).toEqual({ w: 144, h: 44 })
  expect(nameLines('Nothing until everything', 20, measure)).toEqual(['Nothing until everything'])
})
