import { lineColor, type Palette } from '../palette'

/** A curve's letter on the colour of its line. */
export function LetterBadge(props: {
  readonly letter: string
  readonly at: { readonly x: number; readonly y: number }
  readonly radiusPx: number
  readonly palette: Palette
}): React.ReactNode {
  const { letter, at, radiusPx, palette } = props
  return (
    <>
      <circle cx={at.x} cy={at.y} r={radiusPx} fill={lineColor(palette, letter)} />
      <text
        x={at.x}
        y={at.y + radiusPx * 0.42}
        fontSize={radiusPx * 1.2}
        fontWeight={600}
        textAnchor="middle"
        fill={palette.card}
      >
        {letter}
      </text>
    </>
  )
}
