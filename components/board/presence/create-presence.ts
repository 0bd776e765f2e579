import { atom, computed, react, transact, unsafe__withoutCapture, type Signal } from '@tldraw/state'
import type { Awareness } from 'y-protocols/awareness'
import { clamp } from '@/lib/clamp'
import { LIMITS } from '@/lib/sync/limits'
import { utf8Length } from '@/lib/text/utf8-length'
import { presenceSchema, type Presence, type PresenceUser } from '@/lib/sync/presence'
import { sameJson } from '@/lib/board/units'
import type { Me } from '../board-client'
import { OthersSelections } from './others-selections'
import type { PresenceChannel, RemotePresence } from './presence'
import type { Clock } from '../sync/clock'

/** Twelve pictures a second of a moving pointer or camera. */
const MOVE_EVERY_MS = 1000 / 12
/** Without a sign of life for this long a person counts as idle. */
export const IDLE_AFTER_MS = 120_000
const MAX_SELECTION = 20
/** Twice what as many cards have for ids; the rest of what is told of somebody needs less than the other half. */
const SELECTION_BYTES = LIMITS.PRESENCE_BYTES / 2

type Part = Omit<Partial<Presence>, 'user'>

interface PresenceParts {
  readonly awareness: Awareness
  readonly me: Signal<Me>
  readonly clock: Clock
  /** The line was lost a moment ago: nobody seems to be here, and yet they are. */
  readonly isBriefGap?: Signal<boolean>
}

/** Presence with the side that faces the connection and the page. */
export interface ConnectedPresence extends PresenceChannel {
  /** A sign of life that changes nothing else. */
  touch(): void
  userOf(clientId: number): PresenceUser | null
  /** Others see this page leave, or come back as it was. */
  leave(): void
  comeBack(): void
  stop(): void
}

/** Makes the presence of one connection. */
export function createPresence(parts: PresenceParts): ConnectedPresence {
  const mine = new OwnPresence(parts)
  const { awareness, me } = parts
  const others = atom<readonly RemotePresence[]>('others', [], { isEqual: sameMembers })
  const users = computed('users', () => new Map(others.get().map(({ clientId, user }) => [clientId, user])))
  const read = new StateReader()
  const handleChange = (): void => {
    if (!parts.isBriefGap?.get()) others.set(readOthers(awareness, read))
  }
  awareness.on('change', handleChange)
  const forgetGap = react('the gap is over', handleChange)
  const selections = new OthersSelections(others, parts.clock)
  return {
    clientId: awareness.clientID,
    isIdle: mine.isIdle,
    others,
    selections: selections.shown,
    // Cursors move many times a second; who is here does not.
    people: computed('people', () => peopleOf(me.get(), others.get()), { isEqual: sameJson }),
    away: computed('away', () => awayOf(others.get()), { isEqual: sameJson }),
    set: (part) => mine.set(part),
    touch: () => mine.set({}),
    userOf: (clientId) => users.get().get(clientId) ?? null,
    leave: () => mine.leave(),
    comeBack: () => mine.comeBack(),
    stop: () => {
      awareness.off('change', handleChange)
      forgetGap()
      mine.stop()
      selections.stop()
      transact(() => others.set([]))
    },
  }
}

class OwnPresence {
  readonly isIdle = atom('is idle', false)
  private readonly parts: PresenceParts
  private state: Part = { idle: false }
  private isAway = false
  private sentAt = -Infinity
  private callOffSend: (() => void) | null = null
  private callOffIdle: (() => void) | null = null
  private readonly forgetMe: () => void
  /** Who the others were told I am. */
  private told: PresenceUser | null = null

  constructor(parts: PresenceParts) {
    this.parts = parts
    this.send()
    this.watchIdle()
    this.forgetMe = react('who I am', () => {
      const isNews = !sameJson(toUser(parts.me.get()), this.told)
      if (isNews) unsafe__withoutCapture(() => this.send())
    })
  }

  set(part: Part): void {
    const next: Part = { ...this.state, ...trimmed(part), idle: part.idle ?? false }
    if (next.idle !== true) this.watchIdle()
    const changed = (Object.keys(next) as (keyof Part)[]).filter(
      (key) => !sameJson(next[key], this.state[key]),
    )
    if (changed.length === 0) return
    this.state = next
    const waitMs = this.sentAt + MOVE_EVERY_MS - this.parts.clock.now()
    const onlyMoves = changed.every((key) => key === 'cursor' || key === 'camera')
    if (!onlyMoves || waitMs <= 0) this.send()
    else this.callOffSend ??= this.parts.clock.after(waitMs, () => this.send())
    this.isIdle.set(next.idle === true)
  }

  leave(): void {
    this.isAway = true
    this.parts.awareness.setLocalState(null)
  }

  comeBack(): void {
    if (!this.isAway) return
    this.isAway = false
    this.send()
  }

  stop(): void {
    this.forgetMe()
    this.callOffSend?.()
    this.callOffIdle?.()
    this.callOffSend = this.callOffIdle = null
  }

  private send(): void {
    this.callOffSend?.()
    this.callOffSend = null
    if (this.isAway) return
    this.sentAt = this.parts.clock.now()
    this.told = toUser(this.parts.me.get())
    this.parts.awareness.setLocalState({ user: this.told, ...this.state })
  }

  private watchIdle(): void {
    this.callOffIdle?.()
    this.callOffIdle = this.parts.clock.after(IDLE_AFTER_MS, () => {
      this.state = { ...this.state, idle: true }
      this.send()
      this.isIdle.set(true)
    })
  }
}

/** Parses each state once: with every message of the room only few are new. */
class StateReader {
  private readonly known = new WeakMap<object, RemotePresence | null>()

  read(clientId: number, state: object): RemotePresence | null {
    const known = this.known.get(state)
    if (known !== undefined) return known
    const parsed = presenceSchema.safeParse(state)
    const presence =
      parsed.success && parsed.data.user ? { ...parsed.data, user: parsed.data.user, clientId } : null
    this.known.set(state, presence)
    return presence
  }
}

function readOthers(awareness: Awareness, reader: StateReader): RemotePresence[] {
  const others: RemotePresence[] = []
  for (const [clientId, state] of awareness.getStates()) {
    const presence = clientId === awareness.clientID ? null : reader.read(clientId, state)
    if (presence) others.push(presence)
  }
  return others.sort((one, other) => one.clientId - other.clientId)
}

function sameMembers(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false
  return one.every((member, at) => member === other[at])
}

/** Somebody with two pages is away when both rest. */
function awayOf(others: readonly RemotePresence[]): readonly PresenceUser['personId'][] {
  const busy = new Set(others.filter(({ idle }) => idle !== true).map(({ user }) => user.personId))
  const resting = others.map(({ user }) => user.personId).filter((personId) => !busy.has(personId))
  return [...new Set(resting)].sort()
}

/** Guest 6 comes before Guest 10. */
const BY_NAME = new Intl.Collator(undefined, { numeric: true })

function peopleOf(me: Me, others: readonly RemotePresence[]): readonly PresenceUser[] {
  const people = new Map<string, PresenceUser>()
  for (const { user } of others) if (user.personId !== me.personId) people.set(user.personId, user)
  const rest = [...people.values()].sort((one, other) => BY_NAME.compare(one.name, other.name))
  return [toUser(me), ...rest]
}

function toUser({ personId, name, role, colorSlot }: Me): PresenceUser {
  return { personId, name, role, colorSlot }
}

/** As the server takes it, whatever lies on the board: who says what it does not take is sent away before long. */
function trimmed(part: Part): Part {
  const next: Part = { ...part }
  if (part.cursor) next.cursor = { x: tenth(part.cursor.x), y: tenth(part.cursor.y) }
  if (part.camera) {
    const { x, y, w, h } = part.camera
    next.camera = { x: tenth(x), y: tenth(y), w: tenth(w), h: tenth(h) }
  }
  if (part.selection) next.selection = fewest(part.selection)
  return next
}

/** Tenths of a pixel are finer than a pointer, and half the bytes. Beyond the last thing one may still look about. */
function tenth(px: number): number {
  return clamp(Math.round(px * 10) / 10, -LIMITS.COORDINATE, LIMITS.COORDINATE)
}

/** The first of them, as many as there is room for: ids may be long, and of letters of several bytes. */
function fewest(ids: readonly string[]): string[] {
  let bytes = 0
  return ids
    .slice(0, MAX_SELECTION)
    .filter((id) => (bytes += utf8Length(JSON.stringify(id))) <= SELECTION_BYTES)
}
