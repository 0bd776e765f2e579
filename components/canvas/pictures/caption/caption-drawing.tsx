import { FONT_STACK } from '../../shapes/font-faces'
import type { Palette } from '../../shapes/palette'
import { OutlineDrawing } from '../../teams/drawing/outline-drawing'
import type { CaptionBlock } from './caption-block'

/** A block of writing on an exported picture. */
export function CaptionDrawing({
  block,
  at,
  palette,
  outlined,
}: {
  readonly block: CaptionBlock
  readonly at: { readonly x: number; readonly y: number }
  readonly palette: Palette
  /** How the outlines of the notation are drawn: as in the picture itself. */
  readonly outlined: { readonly strong: boolean; readonly isOnDark: boolean }
}): React.ReactNode {
  return (
    <g transform={`translate(${at.x} ${at.y})`} fontFamily={FONT_STACK} stroke="none">
      {block.swatches.map(({ x, y, sizePx, color }, key) => (
        <rect key={key} x={x} y={y} width={sizePx} height={sizePx} rx={sizePx / 4} fill={color} />
      ))}
      {block.outlines.map(({ x, y, scale, outline }, key) => (
        <g key={key} transform={`translate(${x} ${y}) scale(${scale})`}>
          <OutlineDrawing {...outline} {...outlined} />
        </g>
      ))}
      {block.texts.map(({ x, y, text, sizePx, weight, soft }, key) => (
        <text
          key={key}
          x={x}
          y={y}
          fontSize={sizePx}
          fontWeight={weight}
          fill={soft ? palette.inkSoft : palette.ink}
        >
          {text}
        </text>
      ))}
    </g>
  )
}
