import { ellipsize, type MeasureText } from '@/lib/text/wrap-text'
import type { CaptionBlock, CaptionOutline, CaptionSwatch, CaptionText, MeasureIn } from './caption-block'
import type { LegendEntry, LegendGroup } from './legend-of'

const NAME = { size: 14, line: 26, gap: 20 }
const SWATCH = { size: 12, gap: 7 }
/** Outlines are drawn at twice the size they are seen at, so that their lines are thin. */
const OUTLINE_SCALE = 0.5
/** How far the middle of a mark is over the line its name stands on. */
const MARK_MIDDLE = 5
const MOST_ROWS = 4

interface Ground {
  readonly widthPx: number
  /** Where the first row begins. */
  readonly top: number
  readonly unit: number
}

/** Where a group may stand among the rows of its legend. */
interface Rows {
  readonly first: number
  readonly last: number
}

/** Rows of marks and names, each group from a row of its own; what has no room in the last row of its group is counted. */
export function layOutRows(
  groups: readonly LegendGroup[],
  ground: Ground,
  measureIn: MeasureIn,
): CaptionBlock {
  const measure = measureIn({ sizePx: NAME.size * ground.unit, weight: 400 })
  const texts: CaptionText[] = []
  const swatches: CaptionSwatch[] = []
  const outlines: CaptionOutline[] = []
  let first = 0
  for (const [at, group] of groups.entries()) {
    // Every group after this one has a row left.
    const last = MOST_ROWS - groups.length + at
    const laid = layOutGroup(group, { ...ground, first, last }, measure)
    texts.push(...laid.texts)
    swatches.push(...laid.swatches)
    outlines.push(...laid.outlines)
    first = laid.row + 1
  }
  return { heightPx: ground.top + first * NAME.line * ground.unit, texts, swatches, outlines }
}

function layOutGroup({ label, entries }: LegendGroup, ground: Ground & Rows, measure: MeasureText) {
  const { widthPx, top, unit, first, last } = ground
  const sizePx = NAME.size * unit
  const baseline = (row: number): number => top + (row * NAME.line + NAME.size) * unit
  const write = (text: string, x: number, row: number, soft: boolean): CaptionText => ({
    ...{ x, y: baseline(row), text, sizePx, weight: 400, soft },
  })
  const more = (left: number): string => `and ${left} more`
  const roomForMore = measure(more(entries.length)) + NAME.gap * unit
  const texts = [write(label, 0, first, true)]
  const swatches: CaptionSwatch[] = []
  const outlines: CaptionOutline[] = []
  let x = measure(label) + NAME.gap * unit
  let row = first
  for (const [at, entry] of entries.entries()) {
    const mark = (markWidth(entry) + SWATCH.gap) * unit
    const afterPx = at === entries.length - 1 ? 0 : NAME.gap * unit + roomForMore
    const w = mark + Math.min(measure(entry.name), widthPx - mark)
    const isWide = x > 0 && x + w > widthPx
    // The first one is rather cut than only counted.
    if (row === last && x > 0 && at > 0 && (isWide || x + w + afterPx > widthPx)) {
      texts.push(write(more(entries.length - at), x, row, true))
      break
    }
    if (isWide && row < last) {
      row += 1
      x = 0
    }
    // Alone in the last row it leaves room to say how many more there are.
    const roomPx = widthPx - x - mark - (row === last ? afterPx : 0)
    const text = ellipsize(entry.name, roomPx, measure)
    const middle = baseline(row) - MARK_MIDDLE * unit
    if ('outline' in entry) outlines.push(outlineAt(entry.outline, { x, middle }, unit))
    else swatches.push(swatchAt(entry.color, { x, middle }, unit))
    texts.push(write(text, x + mark, row, false))
    x += mark + measure(text) + NAME.gap * unit
  }
  return { texts, swatches, outlines, row }
}

function markWidth(entry: LegendEntry): number {
  return 'outline' in entry ? entry.outline.size.w * OUTLINE_SCALE : SWATCH.size
}

function swatchAt(color: string, { x, middle }: { x: number; middle: number }, unit: number): CaptionSwatch {
  const sizePx = SWATCH.size * unit
  return { x, y: middle - sizePx / 2, sizePx, color }
}

function outlineAt(
  outline: CaptionOutline['outline'],
  { x, middle }: { x: number; middle: number },
  unit: number,
): CaptionOutline {
  const scale = OUTLINE_SCALE * unit
  return { x, y: middle - (outline.size.h * scale) / 2, scale, outline }
}
