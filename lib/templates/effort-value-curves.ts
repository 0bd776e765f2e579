import { CURVES } from '../curves/catalogue'
import { HEADING_PX, MARGIN_PX, type Template, type TemplatePlot } from './template'

const COLUMNS = 3
const PLOT_PX = { w: 480, h: 360 }
/** Above the inner plot stand name and meaning, below it the words of the axis and the banked strip. */
const INNER_PX = { x: 40, y: 48, w: 400, h: 280 }
const COLUMN_GAP_PX = 40
/** Room for the first few cards of a fan that reaches past its plot's edge. */
const ROW_GAP_PX = 72

/** Six plots, one per shape, in three columns and two rows. */
export const EFFORT_VALUE_CURVES: Template = {
  id: 'effort-value-curves',
  name: 'Effort and value',
  prompt: 'How does value come as we put in effort? Put each initiative on the shape you believe in.',
  size: {
    w: 2 * MARGIN_PX + COLUMNS * PLOT_PX.w + (COLUMNS - 1) * COLUMN_GAP_PX,
    h: 2 * MARGIN_PX + HEADING_PX + rows() * PLOT_PX.h + (rows() - 1) * ROW_GAP_PX,
  },
  heading: {
    x: MARGIN_PX,
    y: MARGIN_PX,
    w: COLUMNS * PLOT_PX.w + (COLUMNS - 1) * COLUMN_GAP_PX,
    h: HEADING_PX,
  },
  plots: CURVES.map((curve, at) => plotAt(curve.id, at)),
}

function rows(): number {
  return Math.ceil(CURVES.length / COLUMNS)
}

function plotAt(curveId: string, at: number): TemplatePlot {
  const x = MARGIN_PX + (at % COLUMNS) * (PLOT_PX.w + COLUMN_GAP_PX)
  const y = MARGIN_PX + HEADING_PX + Math.floor(at / COLUMNS) * (PLOT_PX.h + ROW_GAP_PX)
  const inner = { ...INNER_PX, x: x + INNER_PX.x, y: y + INNER_PX.y }
  // What the strip under the axis says can be read beside cards without a position, too.
  const rest = { x, y, w: PLOT_PX.w, h: INNER_PX.y + INNER_PX.h }
  return { curveId, x, y, ...PLOT_PX, inner, rest }
}
