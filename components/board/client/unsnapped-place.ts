import { parsePlacementKey, placementKey, type BoardDocument } from '@/lib/board/layout'
import { livingPlacements } from '@/lib/board/initiatives/living'
import { curveTarget } from '@/lib/board/places/curve-target'
import { layoutCards } from '@/lib/board/places/cards/layout-cards'
import { findLoosePlace, looseSizeAmong } from '@/lib/board/places/cards/loose-place'
import { plotGround } from '@/lib/board/places/cards/plot-ground'
import { standTemplates } from '@/lib/board/places/standing'
import { listInstances, readPlacement } from '@/lib/board/read'
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
  const instances = listInstances(board).filter(({ id }) => id === at.instanceId)
  const [template] = standTemplates(instances)
  const plot = template?.plots.find(({ curve }) => curve.id === at.curveId)
  if (!template || !plot || template.overlay) return { dx: 0, dy: 0 }
  const others = [...livingPlacements(board)].filter(([key, placement]) => {
    const ids = parsePlacementKey(key)
    return ids?.instanceId === at.instanceId && ids.initiativeId !== at.id && placement?.target === target
  })
  const cards = [...layoutCards(instances, others).values()]
  const size = looseSizeAmong(1 + cards.filter(({ placement }) => placement.x === undefined).length)
  const there = cards.map(({ placement, pin, ...box }) =>
    placement.x === undefined
      ? { box: { x: box.x, y: box.y, ...size }, point: null }
      : { box, point: { x: box.x + pin.x, y: box.y + pin.y } },
  )
  const { x, y } = findLoosePlace({ ground: plotGround(plot, template), there, size })
  return { dx: roundPx(x - plot.outer.x), dy: roundPx(y - plot.outer.y) }
}
