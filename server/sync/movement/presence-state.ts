import { LIMITS } from '@/lib/sync/limits'
import { presenceSchema, type Presence } from '@/lib/sync/presence'
import { utf8Length } from '@/lib/text/utf8-length'

/** What a client may say of itself: who it is, is none of that. */
export type PresenceState = Omit<Presence, 'user'>

/** Reads what a client says; null where it is too large or out of shape. */
export function parsePresenceState(json: string): PresenceState | null {
  if (utf8Length(json) > LIMITS.PRESENCE_BYTES) return null
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null) return null
    const parsed = presenceSchema.omit({ user: true }).safeParse(value)
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** What of a state is no movement, as text; a cursor that comes or goes is none either. */
export function stillOf({ cursor, camera, ...still }: PresenceState): string {
  return JSON.stringify({ ...still, cursor: Boolean(cursor), camera: Boolean(camera) })
}
