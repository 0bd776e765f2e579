import { expect, it } from 'vitest'
import { curveOfTarget, curveTarget } from '@/lib/board/places/curve-target'

it('reads back the curve a target names', () => {
  expect(curveOfTarget(curveTarget({ id: 'linear' }))?.id).toBe('linear')
  expect(curveOfTarget('frame')).toBeNull()
})
