import { placeMarkLabels } from '../../../curves/mark-labels'
import type { Box } from '../../../geometry/box'
import type { Point } from '../../../geometry/point'
import type { PlotGround } from './plot-faults'
import { anchorOn, type StandingPlot, type StandingTemplate } from '../standing'

/** A line is looked at in so many steps when cards are laid out around it. */
const LINE_STEPS = 48

/** How wide a letter of a mark's words is on average: the layout is the same on every screen, so it measures none. */
const LETTER_PX = 6

/** From its middle to its edge, a letter on a line is this large where words can be read beside it. */
const BADGE_PX = 15

/** What cards are laid out around on a plot: in one that curves share, the lines of all of them. */
export function plotGround(plot: StandingPlot, standing: StandingTemplate | null): PlotGround {
  const { room, inner } = plot
  const isShared = standing !== null && standing.overlay !== null
  return {
    room,
    inner,
    lines: (isShared ? standing.plots : [plot]).map(lineOf),
    // In a plot that curves share, only the words of the one in sight are shown, but always the letter of each.
    words: isShared ? [] : wordsOf(plot),
    letters: isShared ? lettersOf(standing) : [],
  }
}

function lineOf(plot: StandingPlot): Point[] {
  return Array.from({ length: LINE_STEPS + 1 }, (_, step) => anchorOn(plot, step / LINE_STEPS))
}

/** The words of a curve's marks, as wide as they are at about any font. */
function wordsOf({ curve, inner }: StandingPlot): Box[] {
  return placeMarkLabels(curve, inner, (text) => text.length * LETTER_PX).map(({ room }) => ({
    ...room,
    x: inner.x + room.x,
    y: inner.y + room.y,
  }))
}

/** The letters on the lines that share a plot. */
function lettersOf({ template: { overlay }, frame }: StandingTemplate): Box[] {
  if (!overlay) return []
  const left = frame.x + overlay.inner.x - BADGE_PX
  const top = frame.y + overlay.inner.y - BADGE_PX
  return [...overlay.badges().values()].map(({ x, y }) => {
    return { x: left + x, y: top + y, w: 2 * BADGE_PX, h: 2 * BADGE_PX }
  })
}
