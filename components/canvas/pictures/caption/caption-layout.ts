import { clamp } from '@/lib/clamp'
import { ellipsize, wrapText } from '@/lib/text/wrap-text'
import { EMPTY_BLOCK, type CaptionBlock, type MeasureIn } from './caption-block'
import type { LegendGroup } from './legend-of'
import { layOutRows } from './legend-rows'

interface LegendContent {
  readonly groups: readonly LegendGroup[]
  readonly attributions: readonly string[]
}

const TITLE = { size: 28, line: 36, lines: 3 }
const LINE = { size: 16, line: 26 }
const SMALL = { size: 12, line: 18, lines: 3 }
const HEAD_GAP_PX = 22
const LEGEND_GAP_PX = 24

/** How large captions are written on a picture of this width: readable when the whole of it is seen at once. */
export function captionUnit(widthPx: number): number {
  return clamp(widthPx / 1600, 0.75, 4)
}

/** Title and a line below it, for a drawing this wide. */
export function layOutHeading(
  heading: { readonly title: string; readonly line: string },
  widthPx: number,
  measureIn: MeasureIn,
): CaptionBlock {
  const unit = captionUnit(widthPx)
  const measure = measureIn({ sizePx: TITLE.size * unit, weight: 600 })
  const lines = wrapText(heading.title, { widthPx, lines: TITLE.lines }, measure)
  const title = lines.map((text, at) => ({
    ...{ x: 0, y: (TITLE.size + at * TITLE.line) * unit, text },
    ...{ sizePx: TITLE.size * unit, weight: 600 as const, soft: false },
  }))
  const top = lines.length * TITLE.line * unit
  const line = {
    ...{ x: 0, y: top + LINE.size * unit, sizePx: LINE.size * unit, weight: 400 as const, soft: true },
    text: ellipsize(heading.line, widthPx, measureIn({ sizePx: LINE.size * unit, weight: 400 })),
  }
  return {
    heightPx: Math.ceil(top + (LINE.line + HEAD_GAP_PX) * unit),
    texts: heading.line ? [...title, line] : title,
    swatches: [],
    outlines: [],
  }
}

/** What colours and shapes mean and whose work it rests on, for a drawing this wide; no height where there is neither. */
export function layOutLegend(content: LegendContent, widthPx: number, measureIn: MeasureIn): CaptionBlock {
  const unit = captionUnit(widthPx)
  const { groups, attributions } = content
  if (groups.length === 0 && attributions.length === 0) return EMPTY_BLOCK
  const rows = layOutRows(groups, { widthPx, top: LEGEND_GAP_PX * unit, unit }, measureIn)
  const measure = measureIn({ sizePx: SMALL.size * unit, weight: 400 })
  const lines = attributions.flatMap((text) => wrapText(text, { widthPx, lines: SMALL.lines }, measure))
  const small = lines.map((text, at) => ({
    ...{ x: 0, y: rows.heightPx + (SMALL.size + at * SMALL.line) * unit, text },
    ...{ sizePx: SMALL.size * unit, weight: 400 as const, soft: true },
  }))
  return {
    ...rows,
    heightPx: Math.ceil(rows.heightPx + lines.length * SMALL.line * unit),
    texts: [...rows.texts, ...small],
  }
}
