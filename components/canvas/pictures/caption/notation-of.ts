import type { Size } from '@/lib/geometry/size'
import { INTERACTION_MODES, type InteractionModeId } from '@/lib/teams/interaction-modes'
import { TEAM_TYPES, type Paint, type TeamTypeId } from '@/lib/teams/team-types'
import { isInteraction, isTeam } from '../../teams/team-shapes'

type NotationId = TeamTypeId | InteractionModeId

/** A kind of team or interaction as it stands in a legend: its own outline in its own colours, small. */
export interface NotationEntry {
  readonly name: string
  readonly outline: { readonly kind: NotationId; readonly paint: Paint; readonly size: Size }
}

/** So that each is known by its proportions; px of a drawing that a legend shows at half its size. */
const SIZES: Readonly<Record<NotationId, Size>> = {
  'stream-aligned': { w: 56, h: 24 },
  platform: { w: 56, h: 24 },
  enabling: { w: 20, h: 32 },
  'complicated-subsystem': { w: 34, h: 28 },
  'undefined-team': { w: 56, h: 24 },
  collaboration: { w: 56, h: 24 },
  'x-as-a-service': { w: 30, h: 30 },
  facilitating: { w: 30, h: 30 },
}

interface Noted {
  readonly type: string
  readonly props: object
}

/**
 * The types of team, also those that cards wear as a badge, and the ways to work together that are in a picture, each
 * once and in the order they are offered.
 */
export function notationOf(
  shapes: readonly Noted[],
  worn: readonly TeamTypeId[] = [],
): {
  readonly teams: readonly NotationEntry[]
  readonly interactions: readonly NotationEntry[]
} {
  const seen = new Set<NotationId>(worn)
  for (const shape of shapes) {
    if (isTeam(shape)) seen.add(shape.props.teamType)
    if (isInteraction(shape)) seen.add(shape.props.mode)
  }
  return {
    teams: TEAM_TYPES.filter(({ id }) => seen.has(id)).map(toEntry),
    interactions: INTERACTION_MODES.filter(({ id }) => seen.has(id)).map(toEntry),
  }
}

function toEntry({ id, name, paint }: { id: NotationId; name: string; paint: Paint }): NotationEntry {
  return { name, outline: { kind: id, paint, size: SIZES[id] } }
}
