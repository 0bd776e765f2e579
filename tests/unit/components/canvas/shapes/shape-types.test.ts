import { expect, it } from 'vitest'
import { isCard, isTemplateLayer } from '@/components/canvas/shapes/shape-types'
import { OWN_SHAPES } from '@/lib/board/schema'

it('knows the board’s own shapes by the names the schema gives them', () => {
  expect(isCard({ type: OWN_SHAPES.card })).toBe(true)
  expect([OWN_SHAPES.curvePlot, OWN_SHAPES.templateFrame].every((type) => isTemplateLayer({ type }))).toBe(
    true,
  )
  expect(
    isCard({ type: 'note' }) || isTemplateLayer({ type: OWN_SHAPES.card }) || isTemplateLayer(undefined),
  ).toBe(false)
})
