import { Box, type Editor, type TLShape } from 'tldraw'
import type { PicturePlan, PictureSize } from '../../board/canvas-pictures'
import { measureIn } from '../shapes/measure-text'
import { picturePalette } from '../shapes/palette'
import { layOutHeading, layOutLegend, type CaptionBlock } from './caption-layout'
import { attributionsOf, teamsOf } from './legend-of'
import { boundsOf, shapesOf } from './picture-shapes'

const PADDING_PX = 48
/** A title over a single card needs room to be read. */
const LEAST_CAPTIONED_PX = 480
const NO_BLOCK: CaptionBlock = { heightPx: 0, texts: [], swatches: [] }

/** Where everything stands on a picture, in page px. */
export interface PictureLayout {
  readonly shapes: readonly TLShape[]
  /** The drawing itself with its padding. */
  readonly drawing: Box
  /** All that is seen. */
  readonly sheet: Box
  readonly size: PictureSize
  readonly above: CaptionBlock
  readonly below: CaptionBlock
  readonly aboveAt: { readonly x: number; readonly y: number }
  readonly belowAt: { readonly x: number; readonly y: number }
}

/** Lays a picture out; null where there is nothing to draw. Whole px, so that every scale is exact. */
export function layOutPicture(editor: Editor, { part, heading, dark }: PicturePlan): PictureLayout | null {
  const shapes = shapesOf(editor, part)
  const bounds = boundsOf(editor, shapes)
  if (!bounds) return null
  const least = heading ? LEAST_CAPTIONED_PX : 0
  const room = Math.max(0, least - bounds.w) / 2
  const x = Math.floor(bounds.minX - room)
  const y = Math.floor(bounds.minY)
  const w = Math.ceil(bounds.maxX + room) - x
  const inner = new Box(x, y, w, Math.ceil(bounds.maxY) - y)
  const above = heading ? layOutHeading(heading, w, measureIn) : NO_BLOCK
  // Without a legend too, a picture says whose work it rests on.
  const content = {
    teams: heading ? teamsOf(editor, shapes, picturePalette(dark).teams) : [],
    attributions: attributionsOf(editor, shapes),
  }
  const below = layOutLegend(content, w, measureIn)
  const sheet = new Box(
    inner.x - PADDING_PX,
    inner.y - PADDING_PX - above.heightPx,
    inner.w + 2 * PADDING_PX,
    inner.h + 2 * PADDING_PX + above.heightPx + below.heightPx,
  )
  return {
    shapes,
    drawing: inner.clone().expandBy(PADDING_PX),
    sheet,
    size: { w: sheet.w, h: sheet.h },
    above,
    below,
    aboveAt: { x: inner.x, y: sheet.y + PADDING_PX },
    belowAt: { x: inner.x, y: inner.maxY },
  }
}
