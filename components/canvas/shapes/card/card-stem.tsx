import { stemStart } from './card-face'

/** The line from a card to its point, where the card stands off it. */
export function CardStem(props: {
  readonly size: { w: number; h: number }
  readonly pin: { x: number; y: number }
  readonly color: string
}): React.ReactNode {
  const { size, pin, color } = props
  const start = stemStart(size, pin)
  return (
    <line
      x1={start.x}
      y1={start.y}
      x2={pin.x}
      y2={pin.y}
      stroke={color}
      strokeOpacity={0.6}
      strokeWidth={1.5}
    />
  )
}
