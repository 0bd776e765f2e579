import type { Box } from '../../geometry/box'
import { CANVAS_INSTANCE, parsePlacementKey, teamShapeId, type BoardDocument } from '../layout'
import type { InteractionId } from '../../ids'
import { livingPlacements } from '../initiatives/living'
import { listInstances, listInteractions } from '../read'
import type { OffsetGround } from './clear-offset'
import { interactionBox } from './interaction-places'
import { layoutAllCards } from './cards/layout-all-cards'
import { standTemplates } from './standing'
import { listStandingTeams, type StandingTeam } from './teams/standing-teams'

/** What lies about two teams of one map for an interaction between them, which where it stands already does not count. */
export function interactionGround(
  board: BoardDocument,
  [one, other]: readonly [one: StandingTeam, other: StandingTeam],
  own: InteractionId | null,
): OffsetGround {
  const teams = listStandingTeams(board)
  const bystanders = teams.filter(({ shapeId }) => shapeId !== one.shapeId && shapeId !== other.shapeId)
  const taken = [
    ...bystanders.map(({ box }) => box),
    ...interactionBoxes(board, teams, own),
    ...cardBoxes(board, one),
  ]
  const map = standTemplates([one.instance])[0]
  const { x, y, w, h } = map?.template.teamMap?.area ?? { x: 0, y: 0, w: 0, h: 0 }
  return { taken, area: { x: (map?.frame.x ?? 0) + x, y: (map?.frame.y ?? 0) + y, w, h } }
}

function interactionBoxes(
  board: BoardDocument,
  teams: readonly StandingTeam[],
  own: InteractionId | null,
): Box[] {
  const boxes = new Map(teams.map(({ shapeId, box }) => [shapeId, box]))
  return listInteractions(board).flatMap((interaction) => {
    const from = boxes.get(teamShapeId(interaction.from, interaction.instance))
    const to = boxes.get(teamShapeId(interaction.to, interaction.instance))
    return from && to && interaction.id !== own ? [interactionBox(interaction, from, to)] : []
  })
}

/** Those on its map and those beside every template: to lay out the cards on curves takes long and tells nothing here. */
function cardBoxes(board: BoardDocument, { instance }: StandingTeam): Box[] {
  const near = [...livingPlacements(board)].filter(([key]) => {
    const on = parsePlacementKey(key)?.instanceId
    return on === instance.id || on === CANVAS_INSTANCE
  })
  const teams = listStandingTeams(board, { withDeleted: true })
  return layoutAllCards({ instances: listInstances(board), teams }, near)
}
