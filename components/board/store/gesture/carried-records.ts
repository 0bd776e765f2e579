import { teamOfTarget, teamShapeId, type BoardRecord } from '@/lib/board/layout'
import { placeInteraction } from '@/lib/board/places/interaction-places'
import { OWN_SHAPES } from '@/lib/board/schema'
import type { CardProps } from '@/lib/board/shapes/card'
import type { InteractionProps } from '@/lib/board/shapes/interaction'
import type { Box } from '@/lib/geometry/box'
import type { InstanceId, TeamId } from '@/lib/ids'

type Records = ReadonlyMap<string, BoardRecord>

/** Where teams are right now, in somebody's hand, by shape id; page px. */
export type TeamsInHands = ReadonlyMap<string, Box>

/**
 * What goes along while teams are in hands: the cards that stand on them and the interactions they take part in, as
 * they look meanwhile. Nothing of it is written: both follow from where the teams are put down.
 */
export function carriedRecords(derived: Records, hands: TeamsInHands): Map<string, BoardRecord> {
  const carried = new Map<string, BoardRecord>()
  if (hands.size === 0) return carried
  for (const record of derived.values()) {
    const moved = carry(record, derived, hands)
    if (moved) carried.set(record.id, moved)
  }
  return carried
}

function carry(record: BoardRecord, derived: Records, hands: TeamsInHands): BoardRecord | null {
  switch (record['type']) {
    case OWN_SHAPES.card:
      return carryCard(record, derived, hands)
    case OWN_SHAPES.interaction:
      return carryInteraction(record, derived, hands)
    default:
      return null
  }
}

function carryCard(record: BoardRecord, derived: Records, hands: TeamsInHands): BoardRecord | null {
  const { target, instanceId } = record['props'] as unknown as CardProps
  const teamId = teamOfTarget(target)
  const shapeId = teamId && teamShapeId(teamId, instanceId as InstanceId)
  const now = shapeId && hands.get(shapeId)
  const before = shapeId && boxOf(derived.get(shapeId))
  if (!now || !before) return null
  // The pile hangs in the middle under its team.
  const x = Number(record['x']) + now.x + now.w / 2 - before.x - before.w / 2
  return { ...record, x, y: Number(record['y']) + now.y + now.h - before.y - before.h }
}

function carryInteraction(record: BoardRecord, derived: Records, hands: TeamsInHands): BoardRecord | null {
  const props = record['props'] as unknown as InteractionProps
  const [from, to] = [props.fromId, props.toId].map((id) =>
    teamShapeId(id as TeamId, props.instanceId as InstanceId),
  )
  if (!from || !to || !(hands.has(from) || hands.has(to))) return null
  const [one, other] = [from, to].map((id) => hands.get(id) ?? boxOf(derived.get(id)))
  if (!one || !other) return null
  const { mode, dx, dy, w, h } = props
  const rotation = Number(record['rotation'])
  const { stretched, ...place } = placeInteraction(
    { mode, offset: [dx, dy], wh: [w, h], rotation },
    one,
    other,
  )
  return { ...record, ...place, props: { ...props, stretched } }
}

/** The box of a shape that stands upright on the page. */
export function boxOf(record: BoardRecord | null | undefined): Box | null {
  if (!record) return null
  const { w, h } = record['props'] as unknown as { w: number; h: number }
  return { x: Number(record['x']), y: Number(record['y']), w, h }
}
