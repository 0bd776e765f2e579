import { interactionShapeId, teamShapeId, type BoardDocument, type BoardRecord } from '@/lib/board/layout'
import { placeInteraction } from '@/lib/board/places/interaction-places'
import type { StandingTeam } from '@/lib/board/places/teams/standing-teams'
import { listInteractions } from '@/lib/board/read'
import { OWN_SHAPES } from '@/lib/board/schema'
import { interactionIndex, teamIndex } from './derived-index'
import { shapeRecord } from './shape-record'

/** The shape of a team where it stands. */
export function teamRecord({ shapeId: id, team, instance, box }: StandingTeam): BoardRecord {
  const { x, y, w, h } = box
  return shapeRecord(
    { id, type: OWN_SHAPES.team, index: teamIndex(id), x, y, isLocked: false },
    { w, h, teamId: team.id, instanceId: instance.id, teamType: team.type },
    {},
  )
}

/** The shapes of all interactions whose two teams stand on their map. */
export function interactionRecords(board: BoardDocument, teams: readonly StandingTeam[]): BoardRecord[] {
  const byShape = new Map(teams.map((team) => [team.shapeId, team]))
  return listInteractions(board).flatMap((interaction) => {
    const { id, instance, mode, from, to, offset, wh } = interaction
    const [one, other] = [from, to].map((teamId) => byShape.get(teamShapeId(teamId, instance)))
    if (!one || !other) return []
    const { stretched, ...place } = placeInteraction(interaction, one.box, other.box)
    const shapeId = interactionShapeId(id)
    const shape = { id: shapeId, type: OWN_SHAPES.interaction, index: interactionIndex(shapeId) }
    const ends = { instanceId: instance, fromId: from, toId: to }
    const props = {
      w: wh[0],
      h: wh[1],
      interactionId: id,
      mode,
      ...ends,
      dx: offset[0],
      dy: offset[1],
      stretched,
    }
    return [shapeRecord({ ...shape, ...place, isLocked: false }, props, {})]
  })
}
