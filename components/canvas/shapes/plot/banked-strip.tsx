import { bankedSegments } from '@/lib/curves/banked'
import type { Curve } from '@/lib/curves/curve'
import { STRIP_GAP_PX } from '@/lib/templates/template'
import type { Box } from '@/lib/geometry/box'
import { measureIn } from '../measure-text'
import type { Palette } from '../palette'

const WORDS_PX = { full: { size: 11, drop: 13 }, large: { size: 16, drop: 15 } }
const STRIP_PX = 5

/** What stopping would mean along a curve, in colour and words, under the axes of its plot. */
export function BankedStrip(props: {
  readonly curve: Curve
  readonly inner: Box
  readonly palette: Palette
  readonly detail: 'full' | 'large'
}): React.ReactNode {
  const { curve, inner, palette } = props
  const letters = WORDS_PX[props.detail]
  const measure = measureIn({ sizePx: letters.size, weight: 400 })
  const top = inner.h + STRIP_GAP_PX
  return bankedSegments(curve).map(({ from, to, verdict, words }) => {
    const [x, w] = [from * inner.w, (to - from) * inner.w]
    const label = [words, verdict].find((text) => measure(text) <= w - 4)
    return (
      <g key={from}>
        <rect x={x + 1} y={top} width={Math.max(w - 2, 1)} height={STRIP_PX} rx={2} fill={palette[verdict]} />
        {label ? (
          <text x={x + 2} y={top + STRIP_PX + letters.drop} fontSize={letters.size}>
            {label}
          </text>
        ) : null}
      </g>
    )
  })
}
