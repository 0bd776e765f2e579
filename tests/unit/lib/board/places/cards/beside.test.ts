import { expect, it } from 'vitest'
import { placeBeside } from '@/lib/board/places/cards/beside'

const frame = { x: 0, y: 40, w: 1_600, h: 900 }

it('begins an empty board at its origin', () => {
  expect(placeBeside(null, [])).toEqual([0, 0])
})

it('stands right of everything, level with the template it stands beside', () => {
  const left = { ...frame, x: -2_000, y: 900 }
  expect(placeBeside({ x: -2_000, y: -50, w: 3_600, h: 2_000 }, [left, frame])).toEqual([1_720, 40])
})

it('keeps clear of what lies right of the last template', () => {
  expect(placeBeside({ x: 0, y: 0, w: 2_500.2, h: 900 }, [frame])).toEqual([2_621, 40])
})

it('stands beside what people drew where there is no template yet', () => {
  expect(placeBeside({ x: 10.4, y: 19.6, w: 100, h: 100 }, [])).toEqual([231, 20])
})
