import { placementKey, type BoardDocument } from '@/lib/board/layout'
import { curveTarget } from '@/lib/board/places/curve-target'
import { standTemplates } from '@/lib/board/places/standing'
import { listInstances, readPlacement } from '@/lib/board/read'
import { CARD_SIZE_PX } from '@/lib/board/shapes/card'
import type { InitiativeId, InstanceId } from '@/lib/ids'

const MARGIN_PX = 16
const STAGGER_PX = { x: 20, y: 12 }
const PER_PILE = 8

/**
 * Where a card without a position lies in its plot, px from the plot's top left corner: where it is, if it lies there
 * already, else in the corner, each a little beside those that lie there. Beside a plot that curves share it is laid out.
 */
export function unsnappedPlace(
  board: BoardDocument,
  at: { id: InitiativeId; instanceId: InstanceId; curveId: string },
): { dx: number; dy: number } {
  const target = curveTarget({ id: at.curveId })
  const now = readPlacement(board, placementKey(at.id, at.instanceId))
  if (now?.target === target && now.x === undefined) return { dx: now.dx, dy: now.dy }
  const template = standTemplates(listInstances(board)).find(({ instance }) => instance.id === at.instanceId)
  if (template?.overlay) return { dx: 0, dy: 0 }
  const plot = template?.plots.find(({ curve }) => curve.id === at.curveId)
  const number = loosePlacements(board, at.instanceId, target) % PER_PILE
  const [left, bottom] = plot
    ? [plot.rest.x - plot.outer.x + MARGIN_PX, plot.rest.y + plot.rest.h - plot.outer.y]
    : [MARGIN_PX, CARD_SIZE_PX.h + 2 * MARGIN_PX]
  const floor = bottom - CARD_SIZE_PX.h - MARGIN_PX
  return { dx: left + number * STAGGER_PX.x, dy: Math.max(0, floor - number * STAGGER_PX.y) }
}

function loosePlacements(board: BoardDocument, instanceId: InstanceId, target: string): number {
  let count = 0
  for (const [key, placement] of board.placements.entries()) {
    const lies = placement?.target === target && placement.x === undefined
    if (lies && key.endsWith(`/${instanceId}`)) count++
  }
  return count
}
