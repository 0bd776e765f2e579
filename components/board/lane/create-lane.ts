import { atom, computed, transact } from '@tldraw/state'
import type { LaneFrame } from '@/lib/sync/lane-frames'
import type { PresenceUser } from '@/lib/sync/presence'
import type { Lane, RemoteGesture, RemoteHold } from './lane'
import type { Clock } from '../sync/clock'
import { ChangePace } from './change-pace'
import { LanePlayback } from './lane-playback'
import { LaneSender } from './lane-sender'

/** How often a resting gesture is looked at, to notice silence. */
const LOOK_EVERY_MS = 250
/** With more hands at work every second picture moves them: nobody follows so many, and drawing them costs a core. */
const MOST_SMOOTH_HANDS = 8
/** Where pictures are few, each shows the middle of the time for which it stands, but looks no further ahead. */
const MOST_LEAD_MS = 16
const NOBODY_KNOWN: Pick<PresenceUser, 'name' | 'colorSlot'> = { name: 'Somebody', colorSlot: 0 }

interface LaneParts {
  readonly clock: Clock
  readonly send: (frame: Uint8Array) => void
  readonly userOf: (clientId: number) => PresenceUser | null
}

/** The lane with the side that faces the connection. */
export interface ConnectedLane extends Lane {
  receive(senderClientId: number, frame: LaneFrame): void
  /** These connections are gone; what they held goes back to where the document has it. */
  drop(clientIds: readonly number[]): void
  /** The document has spoken about these ids: let-go hands on them are no longer shown. */
  settle(ids: ReadonlySet<string>): void
  /** The connection is new: tells my running gesture again. */
  repeat(): void
  stop(): void
}

/** Makes the lane of one connection. */
export function createLane(parts: LaneParts): ConnectedLane {
  const sender = new LaneSender(parts)
  const hands = new RemoteHands(parts)
  return {
    remote: hands.remote,
    holds: hands.holds,
    heldBy: (id) => hands.holders.get().get(id) ?? null,
    begin: (what, records) => sender.begin(what, records),
    moveBy: (dx, dy) => sender.moveBy(dx, dy),
    moveBounds: (bounds) => sender.moveBounds(bounds),
    end: () => sender.end(),
    receive: (clientId, frame) => hands.receive(clientId, frame),
    drop: (clientIds) => hands.drop(clientIds),
    settle: (ids) => hands.settle(ids),
    repeat: () => sender.repeat(),
    stop: () => {
      sender.stop()
      hands.stop()
    },
  }
}

class RemoteHands {
  readonly remote = atom<readonly RemoteGesture[]>('remote gestures', [])
  readonly holds = atom<readonly RemoteHold[]>('remote holds', [], { isEqual: sameHolds })
  readonly holders = computed('holders', () => holdersOf(this.holds.get()))
  private readonly parts: LaneParts
  private readonly hands = new Map<number, LanePlayback>()
  /** Those of them that are shown: where many come and go at once, what they do is shown together, a little later. */
  private shown: ReadonlyMap<number, LanePlayback> = new Map()
  private readonly pace = new ChangePace(LOOK_EVERY_MS)
  private callOff: (() => void) | null = null
  private isFrameDue = false
  private isCrowd = false
  private shownAt = -Infinity

  constructor(parts: LaneParts) {
    this.parts = parts
  }

  receive(clientId: number, frame: LaneFrame): void {
    const now = this.parts.clock.now()
    const hand = this.hands.get(clientId)
    const isKnown = hand?.gesture === frame.gesture && !hand.isReleased
    if (frame.kind === 'start') {
      if (isKnown) hand.stillHere(now)
      else this.hands.set(clientId, new LanePlayback(frame, now))
    } else if (isKnown) hand.hear(frame, now)
    else return
    if (frame.kind === 'start' || frame.kind === 'end') this.change(now)
    if (this.isFrameDue) return
    // What waits may be the slow look at resting hands.
    this.callOff?.()
    this.callOff = null
    this.schedule(now)
  }

  drop(clientIds: readonly number[]): void {
    const known = clientIds.filter((clientId) => this.hands.delete(clientId))
    if (known.length === 0) return
    const now = this.parts.clock.now()
    this.change(now)
    this.schedule(now)
  }

  settle(ids: ReadonlySet<string>): void {
    const settled = [...this.hands].filter(
      ([, hand]) => hand.isReleased && hand.records.some((record) => ids.has(record.id)),
    )
    this.drop(settled.map(([clientId]) => clientId))
  }

  stop(): void {
    this.callOff?.()
    this.callOff = null
    this.isFrameDue = false
    this.hands.clear()
    this.pace.note()
    this.show(this.parts.clock.now(), true)
  }

  private change(now: number): void {
    this.pace.note()
    if (this.pace.mayShow(now)) this.show(now)
  }

  private show(now: number, isLast = false): void {
    for (const [clientId, hand] of this.hands) {
      if (!hand.isOver(now)) continue
      this.hands.delete(clientId)
      this.pace.note()
    }
    const showsChanges = isLast || this.pace.mayShow(now)
    const leadMs = this.isCrowd ? Math.min(MOST_LEAD_MS, (now - this.shownAt) / 2) : 0
    this.shownAt = now
    transact(() => {
      if (showsChanges) this.showChanges()
      if (this.shown.size > 0 || this.remote.get().length > 0) this.remote.set(this.looks(now + leadMs))
    })
    if (showsChanges) this.pace.show(now, this.parts.clock.now() - now)
  }

  private showChanges(): void {
    if (this.pace.isDue) this.shown = new Map(this.hands)
    this.holds.set(this.readHolds())
  }

  private looks(now: number): RemoteGesture[] {
    return [...this.shown].map(([clientId, hand]) => ({ ...this.whose(clientId), ...hand.lookAt(now) }))
  }

  private readHolds(): RemoteHold[] {
    return [...this.shown].map(([clientId, { what, ids, isReleased }]) => ({
      ...this.whose(clientId),
      ...{ what, ids, released: isReleased },
    }))
  }

  private whose(clientId: number): Pick<RemoteGesture, 'clientId' | 'personName' | 'colorSlot'> {
    const { name, colorSlot } = this.parts.userOf(clientId) ?? NOBODY_KNOWN
    return { clientId, personName: name, colorSlot }
  }

  /** `shownAt` is when the hands were last shown: a glide that ends after it needs one more picture. */
  private schedule(shownAt: number): void {
    if (this.callOff || (this.hands.size === 0 && !this.pace.isDue)) return
    const { clock } = this.parts
    const gliding = [...this.hands.values()].filter((hand) => hand.isGliding(shownAt)).length
    const run = (): void => {
      this.callOff = null
      this.isFrameDue = false
      const now = clock.now()
      this.show(now)
      this.schedule(now)
    }
    this.isFrameDue = gliding > 0
    this.isCrowd = gliding > MOST_SMOOTH_HANDS
    if (gliding === 0) this.callOff = clock.after(LOOK_EVERY_MS, run)
    else if (this.isCrowd) this.callOff = clock.frame(() => (this.callOff = clock.frame(run)))
    else this.callOff = clock.frame(run)
  }
}

function holdersOf(holds: readonly RemoteHold[]): ReadonlyMap<string, string> {
  return new Map(
    holds.flatMap(({ ids, personName, released }) =>
      released ? [] : ids.map((id) => [id, personName] as const),
    ),
  )
}

/** The ids are those of one gesture, made once. */
function sameHolds(one: unknown, other: unknown): boolean {
  const [holds, others] = [one, other] as (readonly RemoteHold[])[]
  if (holds?.length !== others?.length) return false
  const keys = ['clientId', 'personName', 'colorSlot', 'what', 'released', 'ids'] as const
  return (holds ?? []).every((hold, at) => keys.every((key) => hold[key] === others?.[at]?.[key]))
}
