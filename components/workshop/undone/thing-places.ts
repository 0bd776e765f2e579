import type { ChangedThing } from '@/lib/board/changes/changed-things'
import { cardShapeId, frameShapeId, interactionShapeId, teamShapeId } from '@/lib/board/layout'
import type { InitiativeId, InstanceId, InteractionId, TeamId } from '@/lib/ids'
import type { BoardView } from '../../board/board-client'

/** Where the page can go to show a thing. */
export type ThingPlace =
  { readonly shapeId: string } | { readonly instanceId: string } | { readonly waiting: InitiativeId }

type View = Pick<BoardView, 'placements' | 'standingTeams' | 'unplaced'>

/** The shapes that stand for a thing, or did before it changed, each once; those that changed come first. */
export function shapesOf(view: View, thing: ChangedThing): readonly string[] {
  return [...new Set(listShapes(view, thing))]
}

function listShapes(view: View, { kind, id, instanceIds }: ChangedThing): readonly string[] {
  switch (kind) {
    case 'template':
      return [frameShapeId(id as InstanceId)]
    case 'team': {
      const standing = view.standingTeams.get().filter(({ team }) => team.id === id)
      const changed = instanceIds.map((instance) => teamShapeId(id as TeamId, instance as InstanceId))
      return [...changed, ...standing.map(({ shapeId }) => shapeId)]
    }
    case 'card': {
      const standing = view.placements(id as InitiativeId).get()
      return [...instanceIds, ...standing.map(({ instanceId }) => instanceId)].map((instance) =>
        cardShapeId(id as InitiativeId, instance as InstanceId),
      )
    }
    case 'interaction':
      return [interactionShapeId(id as InteractionId)]
    case 'drawing':
      return [id]
  }
}

/** Where a thing is now, among these shapes of the canvas or in the tray; null where nothing is left to show. */
export function placeOf(
  view: View,
  thing: ChangedThing,
  shapes: { has(shapeId: string): boolean },
): ThingPlace | null {
  const shapeId = shapesOf(view, thing).find((one) => shapes.has(one))
  if (shapeId !== undefined) return thing.kind === 'template' ? { instanceId: thing.id } : { shapeId }
  const waiting = view.unplaced.get().find((one) => one === thing.id)
  return waiting ? { waiting } : null
}
