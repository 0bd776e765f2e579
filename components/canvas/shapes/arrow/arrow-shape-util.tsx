import {
  ArrowShapeUtil as EngineArrowShapeUtil,
  Edge2d,
  getDefaultColorTheme,
  Group2d,
  STROKE_SIZES,
  SVGContainer,
  useDefaultColorTheme,
  Vec,
  type SvgExportContext,
  type TLArrowShape,
  type TLHandle,
} from 'tldraw'
import { OfEngine } from '../of-engine'
import { isPoint, plainEnds, type ArrowEnds } from './plain-ends'

/**
 * The engine's arrow, but a plain line where it is so long that a browser would stand still over its curve and dashes, or
 * where the engine finds no curve.
 */
export class ArrowShapeUtil extends EngineArrowShapeUtil {
  override getGeometry(shape: TLArrowShape): Group2d {
    const ends = plainEnds(this.editor, shape)
    if (!ends) return super.getGeometry(shape)
    return new Group2d({ children: [new Edge2d({ start: Vec.From(ends.start), end: Vec.From(ends.end) })] })
  }

  override getHandles(shape: TLArrowShape): TLHandle[] {
    return super.getHandles(shape).filter(isPoint)
  }

  override component(shape: TLArrowShape): React.JSX.Element | null {
    const ends = plainEnds(this.editor, shape)
    // The engine's in a component of its own: an arrow may become too much for it, or no more, at any time.
    return ends ? <PlainArrow ends={ends} shape={shape} /> : <OfEngine draw={() => super.component(shape)} />
  }

  override indicator(shape: TLArrowShape): React.JSX.Element | null {
    const ends = plainEnds(this.editor, shape)
    return ends ? <PlainLine ends={ends} /> : <OfEngine draw={() => super.indicator(shape)} />
  }

  override toSvg(shape: TLArrowShape, context: SvgExportContext): React.JSX.Element {
    const ends = plainEnds(this.editor, shape)
    if (!ends) return super.toSvg(shape, context)
    // What has a scale of its own is scaled by it in pictures.
    return (
      <g transform={`scale(${1 / shape.props.scale})`}>
        <PlainLine ends={ends} {...strokeOf(shape, getDefaultColorTheme(context))} />
      </g>
    )
  }
}

interface PlainArrowProps {
  readonly ends: ArrowEnds
  readonly shape: TLArrowShape
}

function PlainArrow({ ends, shape }: PlainArrowProps) {
  const theme = useDefaultColorTheme()
  return (
    <SVGContainer>
      <PlainLine ends={ends} {...strokeOf(shape, theme)} />
    </SVGContainer>
  )
}

interface PlainLineProps {
  readonly ends: ArrowEnds
  readonly stroke?: string
  readonly strokeWidth?: number
}

function PlainLine({ ends: { start, end }, ...stroke }: PlainLineProps) {
  return <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} {...stroke} />
}

function strokeOf({ props }: TLArrowShape, theme: ReturnType<typeof useDefaultColorTheme>) {
  return { stroke: theme[props.color].solid, strokeWidth: STROKE_SIZES[props.size] * props.scale }
}
