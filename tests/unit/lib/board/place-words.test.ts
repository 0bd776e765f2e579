import { expect, it } from 'vitest'
import { nameInstances, placeWords } from '@/lib/board/place-words'
import { CURVES } from '@/lib/curves/catalogue'
import { instanceAt } from '@/tests/support/board-builders'

it('names the curve and says what the position means', () => {
  const [curve] = CURVES
  const words = placeWords({ target: `curve:${curve?.id ?? ''}`, x: 0.5, dx: 0, dy: 0 })
  expect(words.where).toBe(`on “${curve?.name ?? ''}”`)
  expect(words.reading).toMatch(/^Spent 50 %/)
})

it('says where a card lies that means nothing yet', () => {
  expect(placeWords({ target: 'frame', dx: 0, dy: 0 })).toEqual({ where: 'inside, on no curve', reading: '' })
  expect(placeWords({ target: 'canvas', dx: 0, dy: 0 })).toEqual({ where: 'on the canvas', reading: '' })
})

it('numbers templates that stand on the board twice', () => {
  expect([...nameInstances([instanceAt('a', 0, 0), instanceAt('b', 0, 0)]).values()]).toEqual([
    'Effort and value',
    'Effort and value 2',
  ])
})
