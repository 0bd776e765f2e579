import type { InstanceId } from '../../../ids'
import { CANVAS_INSTANCE, parsePlacementKey, teamOfTarget, teamShapeId } from '../../layout'
import type { Instance, Placement } from '../../layout'
import { layoutDocked } from './docked-cards'
import type { Takers } from './drop-card'
import { layoutCards, type CardLayout, type LayoutMemory } from './layout-cards'
import { standTemplates } from '../standing'
import { pileStepPx } from '../teams/standing-teams'

/**
 * Lays out every card, those on teams as those on templates and on the canvas; see `layoutCards` and `layoutDocked`. One
 * whose team stands no longer on its map counts as `frame`, in a pile below the heading, until the team is back.
 */
export function layoutAllCards(
  takers: Takers,
  placements: Iterable<readonly [string, Placement | null]>,
  memory?: LayoutMemory,
): CardLayout[] {
  const shapes = new Set(takers.teams.map(({ shapeId }) => shapeId))
  const [free, docked, stray]: [Entry[], Entry[], Entry[]] = [[], [], []]
  for (const entry of placements) {
    const shapeId = teamShapeOf(entry)
    if (shapeId === null) free.push(entry)
    else if (shapes.has(shapeId)) docked.push(entry)
    else stray.push(entry)
  }
  const onFrames = [...free, ...pileUp(takers.instances, stray)]
  return [
    ...layoutCards(takers.instances, onFrames, memory).values(),
    ...layoutDocked(takers.teams, docked).values(),
  ]
}

type Entry = readonly [key: string, placement: Placement | null]

/** The shape of the team a card stands on; null where it stands on none. */
function teamShapeOf([key, placement]: Entry): string | null {
  const teamId = placement && teamOfTarget(placement.target)
  const ids = teamId && parsePlacementKey(key)
  return ids ? teamShapeId(teamId, ids.instanceId) : null
}

/** A pile for each map, in the order of their keys, so that everybody sees the same. */
function pileUp(instances: readonly Instance[], stray: readonly Entry[]): Entry[] {
  const headings = new Map(
    standTemplates(instances).map(({ instance, template }) => [instance.id, template.heading]),
  )
  const sorted = [...stray].sort(([one], [other]) => (one < other ? -1 : 1))
  const piles = new Map<InstanceId, string[]>()
  for (const [key] of sorted) {
    const instanceId = parsePlacementKey(key)?.instanceId ?? CANVAS_INSTANCE
    piles.set(instanceId, [...(piles.get(instanceId) ?? []), key])
  }
  return [...piles].flatMap(([instanceId, keys]) => {
    const heading = headings.get(instanceId)
    const below = (heading?.y ?? 0) + (heading?.h ?? 0)
    const step = pileStepPx(keys.length)
    return keys.map((key, number): Entry => {
      return [key, { target: 'frame', dx: heading?.x ?? 0, dy: below + number * step }]
    })
  })
}
