import { parsePlacementKey, placementKeysOfShape } from '@/lib/board/layout'
import type { PersonId } from '@/lib/ids'
import type { LaneRecord, LaneStart } from '@/lib/sync/lane-frames'
import { LIMITS } from '@/lib/sync/limits'
import { KeptUntilWhole } from '../socket/kept-until-whole'
import { TokenBucket } from '../socket/token-bucket'

interface Hand {
  readonly personId: PersonId
  readonly ids: readonly string[]
  heardAt: number
}

/**
 * In as many ways an id of a card is read. Those that pages make have a dash or two; whoever makes up one of many must not
 * keep everybody waiting.
 */
const MOST_READINGS = 16

/** A connection and whose it is. */
export interface Holder {
  readonly connectionId: number
  readonly personId: PersonId
}

/** Who holds what on a board: first come, first served, and nobody holds very much for very long. */
export class Holds {
  readonly #hands = new Map<number, Hand>()
  /** The connections with a hand, by whose it is. */
  readonly #handsOf = new Map<PersonId, Set<number>>()
  /** Which connection holds a record; one that is silent no longer does. */
  readonly #holders = new Map<string, number>()
  /** Which connections hold cards of an initiative. */
  readonly #cardHolders = new Map<string, Set<number>>()
  /** How long each person may still hold how much. */
  readonly #times = new KeptUntilWhole<PersonId, TokenBucket>({
    begin: (now) => new TokenBucket(LIMITS.HELD_RECORDS_ALWAYS, LIMITS.HELD_RECORD_SECONDS_AT_ONCE, now),
    isWhole: (time, now) => time.isFull(now),
  })

  /** Lets a hand hold what is in nobody else's, as many as its person still may; these are answered. */
  take({ connectionId, personId }: Holder, { records }: LaneStart, now: number): readonly LaneRecord[] {
    this.release(connectionId, now)
    const isFree = ({ id }: LaneRecord): boolean =>
      this.#handsOn(id).every((hand) => hand.personId === personId || isSilent(hand, now))
    const mine = records.filter(isFree)
    const taken = mine.slice(0, this.#times.of(personId, now).left(now))
    // An empty hand would count as one of its person's for ever.
    if (taken.length === 0 && records.length > 0) return []
    const ids = taken.map(({ id }) => id)
    this.#hands.set(connectionId, { personId, ids, heardAt: now })
    this.#handsOf.set(personId, (this.#handsOf.get(personId) ?? new Set()).add(connectionId))
    for (const id of ids) this.#hold(id, connectionId)
    return taken
  }

  /** The hand moves; says whether it still holds what it has, and may go on. */
  touch(connectionId: number, now: number): boolean {
    const hand = this.#hands.get(connectionId)
    if (!hand || isSilent(hand, now)) return false
    this.#charge(hand, now)
    return hand.ids.length === 0 || this.#times.of(hand.personId, now).left(now) > 0
  }

  /** Whether this connection has a hand that has been heard of lately. */
  isHeard(connectionId: number, now: number): boolean {
    const hand = this.#hands.get(connectionId)
    return hand !== undefined && !isSilent(hand, now)
  }

  release(connectionId: number, now: number): void {
    const hand = this.#hands.get(connectionId)
    if (!hand) return
    this.#charge(hand, now)
    this.#hands.delete(connectionId)
    const own = this.#handsOf.get(hand.personId)
    own?.delete(connectionId)
    if (own?.size === 0) this.#handsOf.delete(hand.personId)
    for (const id of hand.ids) this.#letGo(id, connectionId)
  }

  /** The hand of this person that was silent longest, where they have more than a person has. */
  oneTooMany(personId: PersonId): number | null {
    const own = this.#handsOf.get(personId)
    if (!own || own.size <= LIMITS.HANDS_PER_PERSON) return null
    const heardAt = (connectionId: number): number => this.#hands.get(connectionId)?.heardAt ?? -Infinity
    return [...own].reduce((one, other) => (heardAt(other) < heardAt(one) ? other : one))
  }

  #hold(id: string, connectionId: number): void {
    this.#holders.set(id, connectionId)
    for (const initiativeId of initiativesShownBy(id)) {
      const holders = this.#cardHolders.get(initiativeId) ?? new Set()
      this.#cardHolders.set(initiativeId, holders.add(connectionId))
    }
  }

  #letGo(id: string, connectionId: number): void {
    if (this.#holders.get(id) === connectionId) this.#holders.delete(id)
    for (const initiativeId of initiativesShownBy(id)) {
      const holders = this.#cardHolders.get(initiativeId)
      holders?.delete(connectionId)
      if (holders?.size === 0) this.#cardHolders.delete(initiativeId)
    }
  }

  /** What comes out of the tray is an initiative: in its way are hands on its cards, and it is in theirs. */
  #handsOn(id: string): Hand[] {
    const holders = [id, ...initiativesShownBy(id)].map((held) => this.#holders.get(held))
    return [...holders, ...(this.#cardHolders.get(id) ?? [])].flatMap(
      (connectionId) => this.#hands.get(connectionId ?? -1) ?? [],
    )
  }

  #charge(hand: Hand, now: number): void {
    const heldMs = Math.max(0, Math.min(now - hand.heardAt, LIMITS.HOLD_SILENCE_MS))
    hand.heardAt = now
    this.#times.of(hand.personId, now).spend((hand.ids.length * heldMs) / 1000, now)
  }
}

/** The initiatives of which a shape may be the card by its id; of anything else, ids that no initiative has. */
function initiativesShownBy(id: string): string[] {
  const shown: string[] = []
  for (const key of placementKeysOfShape(id)) {
    const placement = parsePlacementKey(key)
    if (placement) shown.push(placement.initiativeId)
    if (shown.length === MOST_READINGS) break
  }
  return shown
}

/** A hand that was heard before the clock was set back must not hold what it has until that has caught up. */
function isSilent(hand: Hand, now: number): boolean {
  return Math.abs(now - hand.heardAt) > LIMITS.HOLD_SILENCE_MS
}
