import { getSvgAsImage, type Editor } from 'tldraw'
import { AppError } from '@/lib/errors'
import { isLaneCard } from './people/lane-card'
import { readPngSize } from './png-size'
import { picturePalette } from './shapes/palette'

interface PictureOptions {
  readonly scale: 1 | 2 | 4
  readonly dark: boolean
}

const PADDING_PX = 48

/** Draws the whole board as a PNG of exactly the asked scale; fails with `too-large` where the browser would shrink it. */
export async function exportPng(editor: Editor, options: PictureOptions): Promise<Blob> {
  const { scale, dark } = options
  const shapes = editor.getCurrentPageShapesSorted().filter((shape) => !isLaneCard(shape.id))
  const drawn = await editor.getSvgElement(shapes, {
    background: false,
    padding: PADDING_PX,
    darkMode: dark,
    scale: 1,
  })
  if (!drawn) throw new AppError('invalid-input', 'there is nothing on the board to draw')
  drawn.svg.style.backgroundColor = picturePalette(dark).paper
  const { width, height } = drawn
  const wanted = { w: Math.floor(width * scale), h: Math.floor(height * scale) }
  const svg = new XMLSerializer().serializeToString(drawn.svg)
  const png = await getSvgAsImage(svg, { type: 'png', width, height, pixelRatio: scale })
  const size = png ? readPngSize(new Uint8Array(await png.slice(0, 32).arrayBuffer())) : null
  if (!png || !size || size.w < wanted.w || size.h < wanted.h) {
    throw new AppError(
      'too-large',
      `a picture of ${wanted.w} x ${wanted.h} px is more than this browser draws`,
      {
        details: { wanted, got: size, scale },
      },
    )
  }
  return png
}
