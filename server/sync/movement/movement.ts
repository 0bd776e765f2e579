import { can } from '@/lib/access/roles'
import { encodeLaneRelay, type LaneFrame } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from '../clock'
import type { Connection } from '../connection'
import type { TickOutcome } from '../guard/guard'
import { LaneRelay } from './lane'
import { Moves } from './moves'
import type { ClaimsOnBoard } from './claimed-ids'
import { PresenceBoard, type DocumentOwners } from './presence'

/** What moves on a board and is kept nowhere: who is present, and what hands do. */
export class Movement {
  readonly #clock: Clock
  readonly #presence: PresenceBoard
  readonly #lane = new LaneRelay()
  readonly #asking = new Set<Connection>()
  #answeredAt = -Infinity

  constructor(clock: Clock, document: DocumentOwners, claimed: ClaimsOnBoard) {
    this.#clock = clock
    this.#presence = new PresenceBoard(document, claimed)
  }

  /** Takes a presence message; answers whether it said anything of its sender. What is none ends the connection. */
  hearPresence(connection: Connection, update: Uint8Array): boolean {
    const outcome = this.#presence.receive(connection, update, this.#clock.now())
    if (outcome) connection.addViolations(outcome.violations)
    else connection.end('invalid-document')
    return outcome?.isOwn ?? false
  }

  /** Takes a gesture frame; `body` is the frame as it came. A hand that may not edit makes none. */
  hearGesture(connection: Connection, frame: LaneFrame, body: Uint8Array): void {
    const { id: connectionId, person } = connection
    if (!can(person.role, 'edit')) return connection.addViolations(1)
    const senderClientId = this.#presence.clientIdOf(connectionId)
    if (senderClientId === null) return
    const message = { connectionId, personId: person.personId, senderClientId, frame, body }
    this.#lane.receive(message, this.#clock.now())
    if (frame.kind === 'start' || frame.kind === 'end') this.#presence.hasten(connectionId)
  }

  /** Sends everybody present, and to those who ask for gestures, the gestures under way; who left since then, too. */
  tellAll(connection: Connection, since?: number): void {
    this.#tellPresence(connection, since)
    if (!connection.caps.has('lane')) return
    const gestures = this.#lane.snapshot(this.#clock.now())
    if (gestures.length > 0) connection.outbox.sendIfLevel(encodeLaneRelay(gestures))
  }

  /** Somebody asks who is present. Everybody's presence may be megabytes: many who ask at once share one answer. */
  answerPresence(connection: Connection): void {
    this.#asking.add(connection)
    this.#answer(this.#clock.now())
  }

  #tellPresence(connection: Connection, since?: number): void {
    const present = this.#presence.snapshot(since)
    if (present) connection.outbox.sendIfLevel(present)
  }

  /**
   * Sends what changed since the last call, at most one message of each kind to everybody. Answers with the time at
   * which something that was held back is due (clock ms), or null.
   */
  tellNews(connections: Iterable<Connection>): number | null {
    const now = this.#clock.now()
    const isInHand = (connectionId: number): boolean => this.#lane.isMoving(connectionId, now)
    const seen = this.#presence.flush(now, isInHand)
    const moved = this.#lane.flush()
    if (seen || moved.size > 0) {
      const moves = new Moves(moved)
      for (const connection of connections) connection.gather(() => tell(connection, seen, moves))
    }
    const [dueAt, answerAt] = [this.#presence.nextDueAt(now, isInHand), this.#answer(now)]
    return dueAt === null || answerAt === null ? (dueAt ?? answerAt) : Math.min(dueAt, answerAt)
  }

  /** Answers those who ask, where it is time for it; else answers with that time (clock ms). */
  #answer(now: number): number | null {
    if (this.#asking.size === 0) return null
    if (Math.abs(now - this.#answeredAt) < LIMITS.PRESENCE_ANSWER_MS)
      return this.#answeredAt + LIMITS.PRESENCE_ANSWER_MS
    this.#answeredAt = now
    const present = this.#presence.snapshot()
    for (const connection of this.#asking) if (present) connection.outbox.sendIfLevel(present)
    this.#asking.clear()
    return null
  }

  /** Whether a hand carries something or somebody types. */
  isAnybodyBusy(): boolean {
    return this.#lane.isAnyMoving(this.#clock.now()) || this.#presence.isAnybodyTyping()
  }

  /** These people wrote under these client ids: they are theirs, whoever is present under them. */
  giveUp(ids: TickOutcome['clientIds']): void {
    for (const { clientId, personId } of ids) this.#presence.giveUp(clientId, personId, this.#clock.now())
  }

  /** The connection may move nothing any more: what it moves ends. */
  endGesture(connectionId: number): void {
    this.#lane.leave(connectionId, this.#clock.now())
  }

  /** The connection is gone. */
  leave(connectionId: number): void {
    this.#presence.leave(connectionId, this.#clock.now())
    this.#lane.leave(connectionId, this.#clock.now())
    for (const connection of this.#asking) if (connection.id === connectionId) this.#asking.delete(connection)
  }
}

function tell(connection: Connection, seen: ReturnType<PresenceBoard['flush']>, moves: Moves): void {
  if (seen && seen.only !== connection.id) connection.outbox.sendIfLevel(seen.frame)
  const frame = connection.caps.has('lane') ? moves.frameFor(connection.id) : null
  if (frame) connection.outbox.sendIfLevel(frame)
}
