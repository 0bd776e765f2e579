import { atom, transact } from '@tldraw/state'
import type { LaneFrame } from '@/lib/sync/lane-frames'
import type { PresenceUser } from '@/lib/sync/presence'
import type { Lane, RemoteGesture } from '../lane'
import type { Clock } from './clock'
import { LanePlayback } from './lane-playback'
import { LaneSender } from './lane-sender'

/** How often a resting gesture is looked at, to notice silence. */
const LOOK_EVERY_MS = 250
/** With more hands at work every second picture moves them: nobody follows so many, and drawing them costs a core. */
const MOST_SMOOTH_HANDS = 8
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
  readonly holders = atom<ReadonlyMap<string, string>>('holders', new Map())
  private readonly parts: LaneParts
  private readonly hands = new Map<number, LanePlayback>()
  private callOff: (() => void) | null = null
  private isFrameDue = false

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
    if (frame.kind === 'start' || frame.kind === 'end') this.show()
    if (this.isFrameDue) return
    // What waits may be the slow look at resting hands.
    this.callOff?.()
    this.callOff = null
    this.schedule(now)
  }

  drop(clientIds: readonly number[]): void {
    const known = clientIds.filter((clientId) => this.hands.delete(clientId))
    if (known.length > 0) this.show()
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
    this.show()
  }

  private show(now = this.parts.clock.now()): void {
    for (const [clientId, hand] of this.hands) if (hand.isOver(now)) this.hands.delete(clientId)
    transact(() => {
      if (this.hands.size > 0 || this.remote.get().length > 0) this.remote.set(this.looks(now))
      this.showHolders()
    })
  }

  private looks(now: number): RemoteGesture[] {
    return [...this.hands].map(([clientId, hand]) => {
      const { name, colorSlot } = this.parts.userOf(clientId) ?? NOBODY_KNOWN
      return { clientId, personName: name, colorSlot, ...hand.lookAt(now) }
    })
  }

  /** Changes only when a hand takes or lets go, so that asking who holds something costs no frame. */
  private showHolders(): void {
    const holders = new Map<string, string>()
    for (const [clientId, hand] of this.hands) {
      if (hand.isReleased) continue
      for (const { id } of hand.records) holders.set(id, (this.parts.userOf(clientId) ?? NOBODY_KNOWN).name)
    }
    const shown = this.holders.get()
    const isSame = shown.size === holders.size && [...holders].every(([id, name]) => shown.get(id) === name)
    if (!isSame) this.holders.set(holders)
  }

  /** `shownAt` is when the hands were last shown: a glide that ends after it needs one more picture. */
  private schedule(shownAt: number): void {
    if (this.callOff || this.hands.size === 0) return
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
    if (gliding === 0) this.callOff = clock.after(LOOK_EVERY_MS, run)
    else if (gliding <= MOST_SMOOTH_HANDS) this.callOff = clock.frame(run)
    else this.callOff = clock.frame(() => (this.callOff = clock.frame(run)))
  }
}
