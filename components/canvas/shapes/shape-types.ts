import type { TLBaseShape } from 'tldraw'
import type { CardProps } from '@/lib/board/shapes/card'
import type { CurvePlotProps } from '@/lib/board/shapes/curve-plot'
import type { TemplateFrameProps } from '@/lib/board/shapes/template-frame'

export type CardShape = TLBaseShape<'card', CardProps>
export type CurvePlotShape = TLBaseShape<'curve-plot', CurvePlotProps>
export type TemplateFrameShape = TLBaseShape<'template-frame', TemplateFrameProps>

/** Says whether this is a card. */
export function isCard(shape: { type: string } | undefined | null): shape is CardShape {
  return shape?.type === 'card'
}

/** Says whether this belongs to the template itself, which nobody selects, moves or copies. */
export function isTemplateLayer(shape: { type: string } | undefined | null): boolean {
  return shape?.type === 'curve-plot' || shape?.type === 'template-frame'
}
