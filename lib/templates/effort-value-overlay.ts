import { CURVES } from '../curves/catalogue'
import { placeBadges } from '../curves/line-badges'
import { HEADING_PX, MARGIN_PX, type OverlayPart, type Template, type TemplatePlot } from './template'

const TOP_PX = MARGIN_PX + HEADING_PX
const PLOT_PX = { w: 1_064, h: 780 }
/** The shape of the single plots, 2.4 times as large. */
const INNER_PX = { x: MARGIN_PX + 56, y: TOP_PX + 36, w: 960, h: 672 }
const GAP_PX = 24
const NAMES_X_PX = MARGIN_PX + PLOT_PX.w + GAP_PX
const NAME_PX = { w: 456, h: 120, gap: 12 }
/** Right of the name there is room for a card. */
const WORDS_PX = 208

let badges: ReturnType<OverlayPart['badges']> | null = null

/** The six shapes in one large plot, each with its name beside it. */
export const EFFORT_VALUE_OVERLAY: Template = {
  id: 'effort-value-overlay',
  name: 'Effort and value in one plot',
  prompt: 'Which line does each initiative follow, and how far along is it? The nearest line takes the card.',
  size: { w: NAMES_X_PX + NAME_PX.w + MARGIN_PX, h: TOP_PX + PLOT_PX.h + MARGIN_PX },
  heading: { x: MARGIN_PX, y: MARGIN_PX, w: PLOT_PX.w + GAP_PX + NAME_PX.w, h: HEADING_PX },
  plots: CURVES.map((curve, at) => nameAt(curve.id, at)),
  overlay: {
    ...{ x: MARGIN_PX, y: TOP_PX, ...PLOT_PX },
    inner: INNER_PX,
    // Most pages show no such plot, and finding these places takes some milliseconds.
    badges: () => (badges ??= placeBadges(CURVES, INNER_PX)),
  },
}

function nameAt(curveId: string, at: number): TemplatePlot {
  const { w, h, gap } = NAME_PX
  const y = TOP_PX + at * (h + gap)
  const rest = { x: NAMES_X_PX + WORDS_PX, y, w: w - WORDS_PX, h }
  return { curveId, x: NAMES_X_PX, y, w, h, inner: INNER_PX, rest }
}
