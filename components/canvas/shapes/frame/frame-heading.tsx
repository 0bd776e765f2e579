import { useState } from 'react'
import {
  canonicalizeRotation,
  toDomPrecision,
  useEditor,
  useIsEditing,
  useValue,
  type TLShapeId,
} from 'tldraw'

const QUARTER = Math.PI / 2
/** The engine's own words, and its way to keep the line as high where there are none. */
const NO_NAME = 'Frame'
const NO_WIDTH = '\u200b'

/** What the engine gives its heading, too. */
export interface FrameHeadingProps {
  readonly id: TLShapeId
  readonly name: string
  readonly width: number
  readonly height: number
  readonly fill: string
  readonly stroke: string
  readonly color: string
  readonly offsetX: number
  /** The engine's heading, with the field to write in. */
  readonly field: React.ReactNode
}

/**
 * The name above a frame. The engine's has a field in it at all times, which takes the focus as it appears: the browser
 * lays out the whole page for each frame that is drawn. It is used from when somebody writes in it.
 */
export function FrameHeading({ field, ...heading }: FrameHeadingProps): React.ReactNode {
  const isEditing = useIsEditing(heading.id)
  const [isField, setIsField] = useState(false)
  if (isEditing && !isField) setIsField(true)
  return isField ? field : <WrittenHeading {...heading} />
}

function WrittenHeading({ id, name, width, height, offsetX, ...colors }: Omit<FrameHeadingProps, 'field'>) {
  const editor = useEditor()
  const side = useValue('side of the heading', () => sideOf(editor.getShapePageTransform(id).rotation()), [
    id,
  ])
  const along = Math.ceil(side % 2 === 0 ? width : height)
  return (
    <div
      className="tl-frame-heading"
      style={{
        overflow: 'hidden',
        maxWidth: `calc(var(--tl-zoom) * ${along}px + var(--frame-offset-width))`,
        bottom: '100%',
        transform: `${toSide(side, { width, height })} scale(var(--tl-scale)) translateX(${offsetX}px)`,
      }}
    >
      <div
        className="tl-frame-heading-hit-area"
        style={{
          color: colors.color,
          backgroundColor: colors.fill,
          boxShadow: `inset 0px 0px 0px 1px ${colors.stroke}`,
        }}
      >
        <div className="tl-frame-label">{(name.trim() === '' ? NO_NAME : name) + NO_WIDTH}</div>
      </div>
    </div>
  )
}

/** The side that is above as the frame is turned: 0 its own upper one, the others against the clock. */
function sideOf(rotation: number): number {
  return Math.floor((canonicalizeRotation(rotation + QUARTER / 2) / QUARTER + 4) % 4)
}

function toSide(side: number, { width, height }: Pick<FrameHeadingProps, 'width' | 'height'>) {
  const [w, h] = [toDomPrecision(width), toDomPrecision(height)]
  if (side === 3) return `translate(${w}px, 0px) rotate(90deg)`
  if (side === 2) return `translate(${w}px, ${h}px) rotate(180deg)`
  return side === 1 ? `translate(0px, ${h}px) rotate(270deg)` : ''
}
