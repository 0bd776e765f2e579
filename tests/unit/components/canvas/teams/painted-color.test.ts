import { expect, it } from 'vitest'
import { paintedColor } from '@/components/canvas/teams/painted-color'
import { interactionModeOf } from '@/lib/teams/interaction-modes'
import { teamTypeOf } from '@/lib/teams/team-types'

it('is what is seen where the page shines through a fill', () => {
  const { paint } = interactionModeOf('x-as-a-service')
  expect(paintedColor(paint, false)).toBe('#d8d7d6')
  expect(paintedColor(paint, true)).toBe('#a5a6a7')
})

it('is the fill itself where nothing shines through', () => {
  expect(paintedColor(teamTypeOf('platform').paint, false)).toBe('#b7cdf1')
})
