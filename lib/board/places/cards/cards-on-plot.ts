import type { InstanceId } from '../../../ids'
import { livingPlacements } from '../../initiatives/living'
import { cardShapeId, parsePlacementKey, type BoardDocument } from '../../layout'
import { listInstances } from '../../read'
import { standTemplates, type StandingPlot } from '../standing'
import { curveTarget } from '../curve-target'
import { layoutCards, type CardLayout } from './layout-cards'
import { plotGround } from './plot-ground'
import type { PlotGround } from './plot-faults'

/** A plot of one curve alone, with what is laid out on it. */
export interface PlotWithCards {
  readonly plot: StandingPlot
  readonly ground: PlotGround
  readonly cards: readonly CardLayout[]
}

interface PlotQuestion {
  readonly instanceId: InstanceId
  /** Names the curve, as a placement does. */
  readonly target: string
  /** Says of the shape of a card that it is to be left out. */
  readonly isLeftOut: (shapeId: string) => boolean
}

/** Finds the cards of one curve as they are laid out; null where the target names no curve with a plot of its own. */
export function cardsOnPlot(
  board: BoardDocument,
  { instanceId, target, isLeftOut }: PlotQuestion,
): PlotWithCards | null {
  const instances = listInstances(board).filter(({ id }) => id === instanceId)
  const [template] = standTemplates(instances)
  const plot = template?.plots.find(({ curve }) => curveTarget(curve) === target)
  if (!template || !plot || template.overlay) return null
  const entries = [...livingPlacements(board)].filter(([key, placement]) => {
    const ids = placement.target === target ? parsePlacementKey(key) : null
    return ids?.instanceId === instanceId && !isLeftOut(cardShapeId(ids.initiativeId, instanceId))
  })
  return { plot, ground: plotGround(plot, template), cards: [...layoutCards(instances, entries).values()] }
}
