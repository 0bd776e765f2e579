import * as z from '../zod'
import { ROLES } from '../access/roles'
import { LIMITS } from './limits'

const coordinate = z.number().finite().min(-LIMITS.COORDINATE).max(LIMITS.COORDINATE)

/** Who somebody is, as the server writes it into their presence; what a client puts there is overwritten. */
export const presenceUserSchema = z.object({
  personId: z.string().max(64),
  name: z.string().max(80),
  /** Index into the twelve people colours. */
  colorSlot: z.number().int().min(0).max(11),
  role: z.enum(ROLES),
})
export type PresenceUser = z.infer<typeof presenceUserSchema>

/** One person's presence on one connection, at most `LIMITS.PRESENCE_BYTES`. Cursor at 12 Hz, the rest on change. Page px. */
export const presenceSchema = z.object({
  user: presenceUserSchema.optional(),
  cursor: z.object({ x: coordinate, y: coordinate }).nullish(),
  camera: z.object({ x: coordinate, y: coordinate, w: coordinate, h: coordinate }).nullish(),
  selection: z.array(z.string().max(LIMITS.RECORD_ID_CHARACTERS)).max(20).optional(),
  /** `<root>/<id>` of what this person types in. */
  editing: z.string().max(200).nullish(),
  idle: z.boolean().optional(),
  /** The person whose view this page follows. */
  following: z.string().max(64).nullish(),
})
export type Presence = z.infer<typeof presenceSchema>
