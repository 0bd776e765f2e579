import type { Signal } from '@tldraw/state'
import type { Presence, PresenceUser } from '@/lib/sync/presence'

/** Another connection's presence; one person with two tabs appears twice here and once in `people`. */
export interface RemotePresence extends Presence {
  readonly clientId: number
  readonly user: PresenceUser
}

/** What somebody else has selected on one of their pages. */
export interface RemoteSelection {
  readonly clientId: number
  readonly colorSlot: number
  readonly ids: readonly string[]
}

/** Who is here and where they point. Outgoing cursors are thinned to 12 Hz, the rest is sent on change. */
export interface PresenceChannel {
  /** By which the others know this connection. */
  readonly clientId: number
  /** Whether the others see this page rest. */
  readonly isIdle: Signal<boolean>
  readonly others: Signal<readonly RemotePresence[]>
  /** What they have selected; where that changes often, it is told together, a little later. */
  readonly selections: Signal<readonly RemoteSelection[]>
  /** Everybody on the board once, me first. */
  readonly people: Signal<readonly PresenceUser[]>
  /** The others of whom every page has rested for a while. */
  readonly away: Signal<readonly PresenceUser['personId'][]>
  set(part: Omit<Partial<Presence>, 'user'>): void
}
