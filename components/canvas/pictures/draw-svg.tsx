import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Box, Editor } from 'tldraw'
import type { PicturePlan, PictureSize } from '../../board/canvas/canvas-pictures'
import { teamContrast } from '../../board/colors/team-contrast'
import { fontFacesFor } from '../shapes/font-faces'
import { picturePalette, type Palette } from '../shapes/palette'
import { CaptionDrawing } from './caption/caption-drawing'
import { layOutPicture, type PictureLayout } from './picture-layout'
import { toSvgFile } from './svg-text'

const SVG = 'http://www.w3.org/2000/svg'
const CUT = 'contour-drawing'

/** A drawn picture; its file can be asked for in any number of px. */
export interface DrawnSvg {
  readonly size: PictureSize
  toFile(pixels: PictureSize): string
}

interface SvgParts {
  readonly editor: Editor
  /** Shows document positions only until the answer is called. */
  pauseLane(): () => void
}

/** Draws a picture with its fonts, captions and paper; null where there is nothing to draw, or where it is given up. */
export async function drawSvg(
  { editor, pauseLane }: SvgParts,
  plan: PicturePlan,
  signal: AbortSignal,
): Promise<DrawnSvg | null> {
  const resume = pauseLane()
  try {
    const layout = layOutPicture(editor, plan)
    if (!layout) return null
    const options = {
      bounds: layout.drawing.clone(),
      padding: 0,
      background: false,
      scale: 1,
      darkMode: plan.dark,
    }
    const drawn = await editor.getSvgElement([...layout.shapes], options)
    if (signal.aborted) return null
    // React takes its own element away in a moment; ours stays.
    const svg = drawn?.svg.cloneNode(true)
    if (!(svg instanceof SVGSVGElement)) return null
    await dress(editor, svg, { layout, plan })
    return { size: layout.size, toFile: (pixels) => toSvgFile(sized(svg, pixels)) }
  } finally {
    resume()
  }
}

async function dress(
  editor: Editor,
  svg: SVGSVGElement,
  { layout, plan }: { layout: PictureLayout; plan: PicturePlan },
): Promise<void> {
  const { sheet } = layout
  const palette = picturePalette(plan.dark)
  const looks = { palette, outlined: { strong: teamContrast.get(), isOnDark: plan.dark } }
  for (const name of ['class', 'style', 'data-color-mode', 'direction']) svg.removeAttribute(name)
  svg.setAttribute('viewBox', `${sheet.x} ${sheet.y} ${sheet.w} ${sheet.h}`)
  await addFonts(editor, svg, captionText(layout))
  for (const style of svg.querySelectorAll('style')) style.removeAttribute('nonce')
  if (layout.cut) cutOff(svg, layout.cut)
  svg.prepend(...named(plan), paper(layout, palette))
  svg.append(
    draw(
      <>
        <CaptionDrawing block={layout.above} at={layout.aboveAt} {...looks} />
        <CaptionDrawing block={layout.below} at={layout.belowAt} {...looks} />
      </>,
    ),
  )
}

/** What is read out where a picture cannot be seen. */
function named({ heading }: PicturePlan): SVGElement[] {
  if (!heading) return []
  const title = document.createElementNS(SVG, 'title')
  title.textContent = [heading.title, heading.line].filter(Boolean).join(', ')
  return [title]
}

function paper({ sheet }: PictureLayout, palette: Palette): SVGElement {
  const rect = rectOf(sheet)
  rect.setAttribute('fill', palette.paper)
  return rect
}

/** Shows nothing of the drawing outside this box. */
function cutOff(svg: SVGSVGElement, box: Box): void {
  const clip = document.createElementNS(SVG, 'clipPath')
  clip.id = CUT
  clip.append(rectOf(box))
  const drawing = document.createElementNS(SVG, 'g')
  drawing.setAttribute('clip-path', `url(#${CUT})`)
  drawing.append(...[...svg.children].filter(({ localName }) => !/^(defs|style)$/.test(localName)))
  svg.append(clip, drawing)
}

function rectOf({ x, y, w: width, h: height }: Box): SVGElement {
  const rect = document.createElementNS(SVG, 'rect')
  for (const [name, value] of Object.entries({ x, y, width, height })) rect.setAttribute(name, String(value))
  return rect
}

function draw(content: React.ReactNode): SVGElement {
  const group = document.createElementNS(SVG, 'g')
  const root = createRoot(group)
  flushSync(() => root.render(content))
  const copy = group.cloneNode(true) as SVGElement
  root.unmount()
  return copy
}

function captionText({ above, below }: PictureLayout): string {
  return [...above.texts, ...below.texts].map(({ text }) => text).join('')
}

/** The letters of the captions, where the shapes have not brought them along already. */
async function addFonts(editor: Editor, svg: SVGSVGElement, text: string): Promise<void> {
  const has = new Set([...svg.querySelectorAll('style')].map((style) => style.textContent))
  for (const font of text ? fontFacesFor(text) : []) {
    const css = await editor.fonts.toEmbeddedCssDeclaration(font)
    if (has.has(css)) continue
    const style = document.createElementNS(SVG, 'style')
    style.textContent = css
    svg.prepend(style)
  }
}

function sized(svg: SVGSVGElement, { w, h }: PictureSize): SVGSVGElement {
  svg.setAttribute('width', String(w))
  svg.setAttribute('height', String(h))
  return svg
}
