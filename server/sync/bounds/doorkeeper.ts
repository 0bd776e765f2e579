import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { Clock } from '../clock'
import { KeptUntilWhole } from '../socket/kept-until-whole'
import { TokenBucket } from '../socket/token-bucket'

/** What is remembered of one person at one board. */
interface Visits {
  readonly connects: TokenBucket
  offences: number
  offendedAt: number
}

/** Keeps people from connecting over and over: too often, or after what they were put out for. */
export class Doorkeeper {
  readonly #clock: Clock
  readonly #visits = new KeptUntilWhole<string, Visits>({
    begin: (now) => ({
      connects: new TokenBucket(LIMITS.CONNECTS_PER_SECOND, LIMITS.CONNECTS_AT_ONCE, now),
      offences: 0,
      offendedAt: -Infinity,
    }),
    isWhole: (visits, now) => isForgotten(visits, now) && visits.connects.isCalm(now),
  })
  /** How often each person may still connect, on all boards together. */
  readonly #everywhere = new KeptUntilWhole<PersonId, TokenBucket>({
    begin: (now) => new TokenBucket(LIMITS.CONNECTS_IN_ALL_PER_SECOND, LIMITS.CONNECTS_IN_ALL_AT_ONCE, now),
    isWhole: (bucket, now) => bucket.isFull(now),
  })

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Says whether this person may connect now. A refusal is not counted: whoever waits gets in. */
  mayConnect(boardId: BoardId, personId: PersonId): boolean {
    const now = this.#clock.now()
    const visits = this.#visits.of(keyOf(boardId, personId), now)
    const everywhere = this.#everywhere.of(personId, now)
    return (
      now >= waitsUntil(visits) &&
      everywhere.left(now) > 0 &&
      visits.connects.take(now) &&
      everywhere.take(now)
    )
  }

  /** Says whether `mayConnect` would answer no, and counts nothing. */
  turnsAway(boardId: BoardId, personId: PersonId): boolean {
    const now = this.#clock.now()
    if (this.#everywhere.known(personId)?.left(now) === 0) return true
    const visits = this.#visits.known(keyOf(boardId, personId))
    if (!visits) return false
    return now < waitsUntil(visits) || visits.connects.left(now) === 0
  }

  /** Notes that this person was put out for what no working client sends. */
  noteOffence(boardId: BoardId, personId: PersonId): void {
    const now = this.#clock.now()
    const visits = this.#visits.of(keyOf(boardId, personId), now)
    if (isForgotten(visits, now)) visits.offences = 0
    visits.offences += 1
    visits.offendedAt = now
  }
}

function keyOf(boardId: BoardId, personId: PersonId): string {
  return `${boardId} ${personId}`
}

function waitsUntil({ offences, offendedAt }: Visits): number {
  if (offences <= LIMITS.OFFENCES_FORGIVEN) return -Infinity
  const waitMs = LIMITS.OFFENCE_WAIT_MS * 2 ** (offences - LIMITS.OFFENCES_FORGIVEN - 1)
  return offendedAt + Math.min(waitMs, LIMITS.OFFENCE_WAIT_MOST_MS)
}

function isForgotten({ offendedAt }: Visits, now: number): boolean {
  return now - offendedAt > LIMITS.OFFENCES_FORGOTTEN_MS
}
