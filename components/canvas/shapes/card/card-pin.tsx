import { CARD_FACE } from './card-face'
import type { Palette } from '../palette'

/** The point of a card that touches the curve. */
export function CardPin(props: {
  readonly pin: { x: number; y: number }
  readonly palette: Palette
  readonly color: string
}): React.ReactNode {
  const { pin, palette, color } = props
  return (
    <circle
      cx={pin.x}
      cy={pin.y}
      r={CARD_FACE.pinRadius}
      fill={color}
      stroke={palette.card}
      strokeWidth={2}
    />
  )
}
