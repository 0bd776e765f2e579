import { expect, test } from 'vitest'
import { countOfOthers } from '@/components/board/removals/count-of-others'

const others = [{ personId: 'bo' }, { personId: 'cy' }]

test('what somebody made themselves does not count', () => {
  expect(countOfOthers(['bo', 'fay', 'cy', null], { takerId: 'bo', others })).toBe(3)
})

test('where nothing says who took it, what one of the others made is theirs', () => {
  expect(countOfOthers(['bo', 'bo'], { takerId: null, others })).toBe(0)
})

test('where nothing says who took it, what several made, or somebody who is not here, counts', () => {
  expect(countOfOthers(['bo', 'cy'], { takerId: null, others })).toBe(2)
  expect(countOfOthers(['fay', 'fay'], { takerId: null, others })).toBe(2)
  expect(countOfOthers([null, null], { takerId: null, others })).toBe(2)
})
