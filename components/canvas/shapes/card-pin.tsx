import { CARD_FACE, stemStart } from './card-face'
import type { Palette } from './palette'

/** The point of a card that touches the curve, with a stem where the card stands off it. */
export function CardPin(props: {
  readonly size: { w: number; h: number }
  readonly pin: { x: number; y: number }
  readonly palette: Palette
  readonly color?: string | undefined
}): React.ReactNode {
  const { size, pin, palette, color = palette.accent } = props
  const start = stemStart(size, pin)
  return (
    <>
      <line
        data-stem
        x1={start.x}
        y1={start.y}
        x2={pin.x}
        y2={pin.y}
        stroke={color}
        strokeOpacity={0.6}
        strokeWidth={1.5}
      />
      <circle
        cx={pin.x}
        cy={pin.y}
        r={CARD_FACE.pinRadius}
        fill={color}
        stroke={palette.card}
        strokeWidth={2}
      />
    </>
  )
}
