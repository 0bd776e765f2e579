import { Box, type Editor, type TLShape } from 'tldraw'
import type { PicturePlan, PictureSize } from '../../board/canvas/canvas-pictures'
import { measureIn } from '../shapes/measure-text'
import { picturePalette } from '../shapes/palette'
import { EMPTY_BLOCK, type CaptionBlock } from './caption/caption-block'
import { layOutHeading, layOutLegend } from './caption/caption-layout'
import { drawnBounds, leadsOut } from './drawn-bounds'
import { attributionsOf, legendOf, notesOf } from './caption/legend-of'
import { shapesOf } from './picture-shapes'

const PADDING_PX = 48
/** So far beyond the drawing end lines to what is not in the picture; captions keep further away. */
const AIR_PX = 12
/** Captions over or under a single card need room to be read. */
const LEAST_CAPTIONED_PX = 480

/** Where everything stands on a picture, in page px. */
export interface PictureLayout {
  readonly shapes: readonly TLShape[]
  /** The drawing itself with its padding. */
  readonly drawing: Box
  /** Where the drawing is cut off, because lines lead out of it; null where none do. */
  readonly cut: Box | null
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
  const bounds = drawnBounds(editor, shapes)
  if (!bounds) return null
  const attributions = attributionsOf(editor, shapes)
  const least = heading || attributions.length > 0 ? LEAST_CAPTIONED_PX : 0
  const room = Math.max(0, least - bounds.w) / 2
  const x = Math.floor(bounds.minX - room)
  const y = Math.floor(bounds.minY)
  const w = Math.ceil(bounds.maxX + room) - x
  const inner = new Box(x, y, w, Math.ceil(bounds.maxY) - y)
  const above = heading ? layOutHeading(heading, w, measureIn) : EMPTY_BLOCK
  // Without a legend too, a picture says whose work it rests on.
  const content = {
    groups: heading ? legendOf(editor, shapes, picturePalette(dark).teams) : [],
    attributions: heading ? [...notesOf(editor, shapes), ...attributions] : attributions,
  }
  const below = layOutLegend(content, w, measureIn)
  const [aboveH, belowH] = [withAir(above), withAir(below)]
  const sheet = new Box(
    inner.x - PADDING_PX,
    inner.y - PADDING_PX - aboveH,
    inner.w + 2 * PADDING_PX,
    inner.h + 2 * PADDING_PX + aboveH + belowH,
  )
  const cut = inner.clone().expandBy(AIR_PX)
  return {
    shapes,
    drawing: inner.clone().expandBy(PADDING_PX),
    cut: leadsOut(editor, shapes, cut) ? cut : null,
    sheet,
    size: { w: sheet.w, h: sheet.h },
    above,
    below,
    aboveAt: { x: inner.x, y: sheet.y + PADDING_PX },
    belowAt: { x: inner.x, y: inner.maxY + AIR_PX },
  }
}

function withAir({ heightPx }: CaptionBlock): number {
  return heightPx > 0 ? heightPx + AIR_PX : 0
}
