import { clamp } from '../../clamp'
import { findCurve } from '../../curves/catalogue'
import type { Curve } from '../../curves/curve'
import type { Box } from '../../geometry/box'
import type { Point } from '../../geometry/point'
import { findTemplate } from '../../templates/catalogue'
import { PAPER_AIR_PX, STRIP_GAP_PX, type Template } from '../../templates/template'
import type { Instance } from '../layout'

// Where the parts of templates stand on the page. All px here are page px.

/** One plot of a template instance. */
export interface StandingPlot {
  readonly curve: Curve
  readonly outer: Box
  /** What takes drops: the outer box and the air its paper has above and below it. */
  readonly paper: Box
  /** The curve's unit space fills this box. */
  readonly inner: Box
  /** The cards on its line are laid out in here: off the strip under the axis. */
  readonly room: Box
  /** Cards without a position are put here by menu; beside a plot that curves share, however they come. */
  readonly rest: Box
}

/** One template instance with its boxes in place. */
export interface StandingTemplate {
  readonly instance: Instance
  readonly template: Template
  readonly frame: Box
  /** The room of its name and prompt. */
  readonly heading: Box
  readonly plots: readonly StandingPlot[]
  /** The one plot all curves share, where they do. */
  readonly overlay: Box | null
}

/** Puts the boxes of every known, undeleted instance in place; order is kept. */
export function standTemplates(instances: readonly Instance[]): readonly StandingTemplate[] {
  return instances.flatMap((instance) => {
    const template = instance.deleted ? null : findTemplate(instance.templateId)
    return template ? [stand(instance, template)] : []
  })
}

function stand(instance: Instance, template: Template): StandingTemplate {
  const [x, y] = instance.place
  const moved = (box: Box): Box => ({ x: x + box.x, y: y + box.y, w: box.w, h: box.h })
  const overlay = template.overlay ? moved(template.overlay) : null
  const plots = template.plots.flatMap((plot): StandingPlot[] => {
    const curve = findCurve(plot.curveId)
    const outer = moved(plot)
    const rest = plot.rest ? moved(plot.rest) : outer
    const inner = moved(plot.inner)
    const paper = overlay ? outer : withAir(outer)
    return curve ? [{ curve, outer, paper, inner, room: roomOf(overlay ?? outer, inner), rest }] : []
  })
  const [frame, heading] = [{ x, y, ...template.size }, moved(template.heading)]
  return { instance, template, frame, heading, plots, overlay }
}

function withAir({ x, y, w, h }: Box): Box {
  return { x, y: y - PAPER_AIR_PX, w, h: h + 2 * PAPER_AIR_PX }
}

function roomOf({ x, y, w }: Box, inner: Box): Box {
  return { x, y, w, h: inner.y + inner.h + STRIP_GAP_PX - y }
}

/** The page point of a unit point of a plot. */
function toPage(plot: StandingPlot, unit: Point): Point {
  return { x: plot.inner.x + unit.x * plot.inner.w, y: plot.inner.y + (1 - unit.y) * plot.inner.h }
}

/** The unit point of a page point; outside 0..1 where the point lies beside the inner plot. */
export function toUnit(plot: StandingPlot, page: Point): Point {
  return { x: (page.x - plot.inner.x) / plot.inner.w, y: 1 - (page.y - plot.inner.y) / plot.inner.h }
}

/** The page point of a curve's x, or of the nearer end of the curve. */
export function anchorOn(plot: StandingPlot, x: number): Point {
  const along = clamp(x, 0, 1)
  return toPage(plot, { x: along, y: plot.curve.y(along) })
}
