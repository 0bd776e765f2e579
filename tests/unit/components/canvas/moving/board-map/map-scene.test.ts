import { expect, it } from 'vitest'
import { mapBoundsOf } from '@/components/canvas/moving/board-map/map-scene'

it('shows all there is, with the same air on every side', () => {
  const bounds = mapBoundsOf([
    { x: 0, y: 0, w: 100, h: 50 },
    { x: 900, y: -50, w: 100, h: 50 },
  ])
  expect(bounds).toEqual({ x: -40, y: -90, w: 1_080, h: 180 })
})

it('has no bounds around nothing', () => {
  expect(mapBoundsOf([])).toBeNull()
})
