import type { Curve } from '@/lib/curves/curve'
import { CurveGlyph } from './curve-glyph'
import { LetterBadge } from '../plot/letter-badge'
import type { Palette } from '../palette'

/** Which curve a card is on: its shape in small, or among lines that share a plot its letter. */
export function CardCurve(props: {
  readonly facts: { readonly isOnSharedPlot: boolean }
  readonly curve: Curve
  readonly x: number | null
  readonly size: { readonly w: number; readonly h: number }
  readonly palette: Palette
}): React.ReactNode {
  const { facts, curve, x, size, palette } = props
  if (!facts.isOnSharedPlot) return <CurveGlyph curve={curve} x={x} size={size} palette={palette} />
  const middle = { x: size.w / 2 - 3, y: size.h / 2 }
  return <LetterBadge letter={curve.letter} at={middle} radiusPx={size.h / 2} palette={palette} />
}
