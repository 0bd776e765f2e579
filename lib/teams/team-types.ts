import type { Size } from '../geometry/size'

// The published shapes of teams: their colours, lines and words. The colours are normative; see NOTICE.

/** The closed list of the types of team, and the one of a team that has none yet. */
export const TEAM_TYPE_IDS = [
  'stream-aligned',
  'platform',
  'enabling',
  'complicated-subsystem',
  'undefined-team',
] as const
export type TeamTypeId = (typeof TEAM_TYPE_IDS)[number]

/** How a shape of the map is painted; lines are 2 px wide. */
export interface Paint {
  readonly fill: string
  /** 0..1 */
  readonly fillOpacity: number
  readonly line: string
  /** Lengths of dash and gap in px; null for a solid line. */
  readonly dash: readonly [dash: number, gap: number] | null
}

/** One type of team, in words and as it is drawn. */
export interface TeamType {
  readonly id: TeamTypeId
  readonly name: string
  /** One line for somebody who meets the type for the first time. */
  readonly meaning: string
  readonly paint: Paint
  /** The size of a new one, px. */
  readonly size: Size
}

/** How wide the outline of a team or an interaction is drawn. */
export const LINE_PX = 2
/** Reads on every fill at 7:1 and more. */
export const LABEL_COLOR = '#222222'
/** The further line around every shape where stronger outlines are wanted. */
export const CONTRAST_COLOR = '#555555'

const solid = (fill: string, line: string): Paint => ({ fill, fillOpacity: 1, line, dash: null })

/** The type of a team nobody has classified yet: where every team begins. */
export const UNDEFINED_TEAM: TeamType = {
  id: 'undefined-team',
  name: 'Undefined',
  meaning: 'Type not decided yet, mixed, or changing.',
  paint: { ...solid('#EBEBEF', '#9B99AF'), dash: [LINE_PX, 2 * LINE_PX] },
  size: { w: 320, h: 64 },
}

/** Every type of team, in the order they are offered. */
export const TEAM_TYPES: readonly TeamType[] = [
  {
    id: 'stream-aligned',
    name: 'Stream-aligned',
    meaning: 'Serves one flow of work end to end, without hand-offs.',
    paint: solid('#FFEDB8', '#FFD966'),
    size: { w: 320, h: 64 },
  },
  {
    id: 'platform',
    name: 'Platform',
    meaning: 'Offers an inside product that makes other teams faster.',
    paint: solid('#B7CDF1', '#6D9EEB'),
    size: { w: 400, h: 72 },
  },
  {
    id: 'enabling',
    name: 'Enabling',
    meaning: 'Helps others over obstacles for a while; owns no service.',
    paint: solid('#DFBDCF', '#D09CB7'),
    size: { w: 88, h: 160 },
  },
  {
    id: 'complicated-subsystem',
    name: 'Complicated subsystem',
    meaning: 'Takes on a part that needs rare, deep knowledge.',
    paint: solid('#FFC08B', '#E88814'),
    size: { w: 140, h: 110 },
  },
  UNDEFINED_TEAM,
]

/** The type with this id; the undefined one where nobody knows the id. */
export function teamTypeOf(id: string): TeamType {
  return TEAM_TYPES.find((type) => type.id === id) ?? UNDEFINED_TEAM
}
