import { clamp } from '@/lib/clamp'
import { ellipsize, wrapText, type MeasureText } from '@/lib/wrap-text'
import type { LegendEntry } from './legend-of'

/** Measures a text in the font the picture is drawn with. */
export type MeasureIn = (font: { sizePx: number; weight: number }) => MeasureText

export interface CaptionText {
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly text: string
  readonly sizePx: number
  readonly weight: 400 | 600
  readonly soft: boolean
}

export interface CaptionSwatch {
  readonly x: number
  readonly y: number
  readonly sizePx: number
  readonly color: string
}

/** A block of writing above or below the drawing; places are px from its own top left corner. */
export interface CaptionBlock {
  readonly heightPx: number
  readonly texts: readonly CaptionText[]
  readonly swatches: readonly CaptionSwatch[]
}

interface LegendContent {
  readonly teams: readonly LegendEntry[]
  readonly attributions: readonly string[]
}

const TITLE = { size: 28, line: 36, lines: 3 }
const LINE = { size: 16, line: 26 }
const NAME = { size: 14, line: 26, gap: 20 }
const SWATCH = { size: 12, gap: 7 }
const SMALL = { size: 12, line: 18, lines: 3 }
const HEAD_GAP_PX = 22
const LEGEND_GAP_PX = 24
const MOST_ROWS = 4
const LEGEND_NAME = 'Teams'
const EMPTY: CaptionBlock = { heightPx: 0, texts: [], swatches: [] }

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
  }
}

/** What the colours mean and whose work it rests on, for a drawing this wide; no height where there is neither. */
export function layOutLegend(content: LegendContent, widthPx: number, measureIn: MeasureIn): CaptionBlock {
  const unit = captionUnit(widthPx)
  const { teams, attributions } = content
  if (teams.length === 0 && attributions.length === 0) return EMPTY
  const top = LEGEND_GAP_PX * unit
  const rows =
    teams.length > 0 ? layOutTeams(teams, { widthPx, top, unit }, measureIn) : { ...EMPTY, heightPx: top }
  const measure = measureIn({ sizePx: SMALL.size * unit, weight: 400 })
  const lines = attributions.flatMap((text) => wrapText(text, { widthPx, lines: SMALL.lines }, measure))
  const small = lines.map((text, at) => ({
    ...{ x: 0, y: rows.heightPx + (SMALL.size + at * SMALL.line) * unit, text },
    ...{ sizePx: SMALL.size * unit, weight: 400 as const, soft: true },
  }))
  return {
    heightPx: Math.ceil(rows.heightPx + lines.length * SMALL.line * unit),
    texts: [...rows.texts, ...small],
    swatches: rows.swatches,
  }
}

/** Rows of colours and names; what has no room in the last row is counted. */
function layOutTeams(
  teams: readonly LegendEntry[],
  { widthPx, top, unit }: { widthPx: number; top: number; unit: number },
  measureIn: MeasureIn,
): CaptionBlock {
  const sizePx = NAME.size * unit
  const measure = measureIn({ sizePx, weight: 400 })
  const mark = (SWATCH.size + SWATCH.gap) * unit
  const more = (left: number): string => `and ${left} more`
  const roomForMore = measure(more(teams.length)) + NAME.gap * unit
  const label = {
    x: 0,
    y: top + NAME.size * unit,
    text: LEGEND_NAME,
    sizePx,
    weight: 400 as const,
    soft: true,
  }
  const texts: CaptionText[] = [label]
  const swatches: CaptionSwatch[] = []
  let x = measure(LEGEND_NAME) + NAME.gap * unit
  let row = 0
  for (const [at, { name, color }] of teams.entries()) {
    const isLast = at === teams.length - 1
    const afterPx = isLast ? 0 : NAME.gap * unit + roomForMore
    const w = mark + Math.min(measure(name), widthPx - mark)
    const isWide = x > 0 && x + w > widthPx
    if (row === MOST_ROWS - 1 && x > 0 && (isWide || x + w + afterPx > widthPx)) {
      const y = top + (row * NAME.line + NAME.size) * unit
      texts.push({ x, y, text: more(teams.length - at), sizePx, weight: 400, soft: true })
      break
    }
    if (isWide) {
      row += 1
      x = 0
    }
    const y = top + (row * NAME.line + NAME.size) * unit
    // Alone in the last row it leaves room to say how many more there are.
    const roomPx = widthPx - x - mark - (row === MOST_ROWS - 1 ? afterPx : 0)
    const text = ellipsize(name, roomPx, measure)
    swatches.push({ x, y: y - (SWATCH.size - 1) * unit, sizePx: SWATCH.size * unit, color })
    texts.push({ x: x + mark, y, text, sizePx, weight: 400, soft: false })
    x += mark + measure(text) + NAME.gap * unit
  }
  return { heightPx: top + (row + 1) * NAME.line * unit, texts, swatches }
}
