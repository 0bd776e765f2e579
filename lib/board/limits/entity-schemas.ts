import * as z from '../../zod'
import { LIMITS } from '../../sync/limits'
import { INTERACTION_MODE_IDS } from '../../teams/interaction-modes'
import { isHue } from '../../teams/team-hues'
import { TEAM_TYPE_IDS } from '../../teams/team-types'
import { isLinkAddress } from '../initiatives/addresses'
import { INITIATIVE_LIMITS } from './initiative-limits'
import type { EntityRoot } from '../layout'
import { isTag } from '../initiatives/tags'
import { keepsToItself } from '../../text/visible-line'

// What the plain fields of entities may hold. Fields that are `Y.Text` are not among them; see TEXT_CHARACTERS.

const ID_CHARACTERS = 64
const { NAME_CHARACTERS, MOST_EFFORT, TAGS, LINKS } = INITIATIVE_LIMITS
const MOST_PEOPLE = 10_000
const FOCUS_CHARACTERS = 500

const id = z.string().min(1).max(ID_CHARACTERS)
const name = z.string().min(1).max(NAME_CHARACTERS).refine(keepsToItself)
const coordinate = z.number().min(-LIMITS.COORDINATE).max(LIMITS.COORDINATE)
const side = z.number().min(8).max(4_000)
const angle = z.number().min(-7).max(7)
const hue = z.number().refine(isHue)
const time = z.number().min(0).max(Number.MAX_SAFE_INTEGER)
const removed = z.strictObject({ removed: z.literal(1) })

/** An optional field that was taken away holds the mark of a removed unit. */
function optional<Schema extends z.ZodType>(
  schema: Schema,
): z.ZodOptional<z.ZodUnion<readonly [Schema, typeof removed]>> {
  return z.union([schema, removed]).optional()
}

const authorship = {
  createdBy: id,
  createdAt: time,
  deleted: z.strictObject({ by: id, at: time }).nullish(),
}

/** The plain fields of one entity, per root; unknown fields are refused. */
export const entitySchemas = {
  instances: z.strictObject({
    templateId: id,
    name: optional(name),
    place: z.tuple([coordinate, coordinate]),
    ...authorship,
  }),
  initiatives: z.strictObject({
    externalKey: optional(name),
    team: optional(name),
    teamId: optional(id),
    teamHue: optional(hue),
    owner: optional(name),
    effort: optional(z.number().min(0).max(MOST_EFFORT)),
    tags: optional(z.array(z.string().refine(isTag)).max(TAGS)),
    links: optional(z.array(z.string().refine(isLinkAddress)).max(LINKS)),
    ...authorship,
  }),
  teams: z.strictObject({
    type: z.enum(TEAM_TYPE_IDS),
    size: optional(z.number().int().min(1).max(MOST_PEOPLE)),
    focus: optional(z.string().max(FOCUS_CHARACTERS)),
    hue: optional(hue),
    ...authorship,
  }),
  interactions: z.strictObject({
    mode: z.enum(INTERACTION_MODE_IDS),
    from: id,
    to: id,
    instance: id,
    offset: z.tuple([coordinate, coordinate]),
    wh: z.tuple([side, side]),
    rotation: angle,
    ...authorship,
  }),
  comments: z.strictObject(authorship),
  decisions: z.strictObject(authorship),
} as const satisfies Record<EntityRoot, z.ZodObject>

/** How long each text of an entity may get, by root and field. */
export const TEXT_CHARACTERS: Readonly<Record<EntityRoot, Readonly<Record<string, number>>>> = {
  instances: {},
  initiatives: { title: LIMITS.TITLE_CHARACTERS, summary: LIMITS.SUMMARY_CHARACTERS },
  teams: { name: LIMITS.TITLE_CHARACTERS },
  interactions: {},
  comments: { text: LIMITS.SUMMARY_CHARACTERS },
  decisions: { text: LIMITS.SUMMARY_CHARACTERS },
}

/** A card's placement that stands; one that was taken back is null and no matter of this schema. */
export const placementSchema = z.strictObject({
  target: z.string().regex(/^(curve:[a-z0-9-]{1,64}|team:[A-Za-z0-9_-]{1,64}|frame|canvas)$/),
  x: z.number().min(0).max(1).optional(),
  dx: coordinate,
  dy: coordinate,
})

/** A team's place on a map that stands. */
export const teamPlacementSchema = z.strictObject({
  target: z.literal('frame'),
  dx: coordinate,
  dy: coordinate,
  w: side,
  h: side,
})
