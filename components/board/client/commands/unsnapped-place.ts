import { cardShapeId, placementKey, type BoardDocument } from '@/lib/board/layout'
import { curveTarget } from '@/lib/board/places/curve-target'
import { cardsOnPlot } from '@/lib/board/places/cards/cards-on-plot'
import { findLoosePlace, looseSizeAmong } from '@/lib/board/places/cards/loose/loose-place'
import { readPlacement } from '@/lib/board/read'
import type { InitiativeId, InstanceId } from '@/lib/ids'
import { roundPx } from '@/lib/round-px'

/**
 * Where a card without a position lies in its plot, px from the plot's top left corner: where it is, if it lies there
 * already, else where there is room among the others. Beside a plot that curves share it is laid out.
 */
export function unsnappedPlace(
  board: BoardDocument,
  at: { id: InitiativeId; instanceId: InstanceId; curveId: string },
): { dx: number; dy: number } {
  const target = curveTarget({ id: at.curveId })
  const now = readPlacement(board, placementKey(at.id, at.instanceId))
  if (now?.target === target && now.x === undefined) return { dx: now.dx, dy: now.dy }
  const shapeId = cardShapeId(at.id, at.instanceId)
  const found = cardsOnPlot(board, { ...at, target, isLeftOut: (id) => id === shapeId })
  if (!found) return { dx: 0, dy: 0 }
  const { plot, ground, cards } = found
  const size = looseSizeAmong(1 + cards.filter(({ placement }) => placement.x === undefined).length)
  const there = cards.map(({ placement, pin, ...box }) =>
    placement.x === undefined
      ? { box: { x: box.x, y: box.y, ...size }, point: null }
      : { box, point: { x: box.x + pin.x, y: box.y + pin.y } },
  )
  const { x, y } = findLoosePlace({ ground, there, size })
  return { dx: roundPx(x - plot.outer.x), dy: roundPx(y - plot.outer.y) }
}
