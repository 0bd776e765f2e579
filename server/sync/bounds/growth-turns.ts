import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardPerson } from '../board-person'
import type { Clock } from '../clock'
import type { Allowance } from '../socket/allowance'
import type { InboundUpdate } from '../socket/inbound'
import type { TokenBucket } from '../socket/token-bucket'

const { STRUCTS_PER_UPDATE, STRUCT_WORK_BYTES } = LIMITS
/** Whoever waits asks again so often. */
const ASK_AGAIN_MS = 1_000

interface GrowthTurnsOptions {
  readonly clock: Pick<Clock, 'now'>
  /** By how many structs the board may still grow. */
  readonly growth: TokenBucket
  allowanceOf(personId: PersonId): Pick<Allowance, 'isLittle' | 'grow'>
  /** How much work of an update the board does not have yet. */
  weighNews(update: Uint8Array): number
}

/** What somebody brings; `workBytes` is what it seems to be at first sight. */
type Brought = Pick<InboundUpdate, 'update' | 'workBytes'>

/** A socket that has something to bring. */
interface Asker {
  readonly person: Pick<BoardPerson, 'personId' | 'joinedAt'>
}

/**
 * Bounds what all people together make one board grow by. Whoever brings little is taken at once. Whoever brings much
 * waits until the board may take it, and meanwhile comes before all who joined the board later: behind as many people as
 * somebody makes up now, those who were there before would wait for ever.
 */
export class GrowthTurns {
  readonly #options: GrowthTurnsOptions
  /** When those who wait asked last. */
  readonly #waiting = new Map<Asker, number>()
  /** What was taken of each person and has not had its tick, in structs, as much as it may be. */
  readonly #underWay = new Map<PersonId, number>()
  /** What was found out of those that wait: it is looked for once, and becomes no more. */
  readonly #news = new WeakMap<Uint8Array, number>()

  constructor(options: GrowthTurnsOptions) {
    this.#options = options
  }

  /** How long an update has to wait before it asks again (ms); 0 where it may be taken now. */
  waitMsFor(asker: Asker, { update, workBytes }: Brought): number {
    const now = this.#options.clock.now()
    if (this.#mayBring(asker, workBytes, now) || this.#mayBring(asker, this.#newsIn(update), now)) {
      this.#waiting.delete(asker)
      return 0
    }
    this.#waiting.set(asker, now)
    return ASK_AGAIN_MS
  }

  /** The socket is gone: nobody waits for it, and it is kept no longer. */
  forget(asker: Asker): void {
    this.#waiting.delete(asker)
  }

  /** So much work of a person was taken, and will have its tick. */
  begin(personId: PersonId, workBytes: number): void {
    this.#underWay.set(personId, (this.#underWay.get(personId) ?? 0) + toStructs(workBytes))
  }

  /** That work had its tick. */
  end(personId: PersonId, workBytes: number): void {
    const left = (this.#underWay.get(personId) ?? 0) - toStructs(workBytes)
    if (left > 0) this.#underWay.set(personId, left)
    else this.#underWay.delete(personId)
  }

  /** A tick made the board larger by so many structs for what this person sent, connected or not. */
  grow(personId: PersonId, structs: number): void {
    const { clock, growth, allowanceOf } = this.#options
    const now = clock.now()
    growth.spendBounded(structs, now)
    allowanceOf(personId).grow(structs, now)
  }

  #mayBring(asker: Asker, workBytes: number, now: number): boolean {
    const structs = toStructs(workBytes)
    return (
      this.#isLittle(asker, structs, now) || (this.#hasSpaceFor(structs, now) && this.#isNext(asker, now))
    )
  }

  /** Whoever comes back with a page brings all that was ever deleted, also where they did nothing meanwhile. */
  #newsIn(update: Uint8Array): number {
    const known = this.#news.get(update)
    if (known !== undefined) return known
    const news = this.#options.weighNews(update)
    this.#news.set(update, news)
    return news
  }

  #isLittle({ person: { personId } }: Asker, structs: number, now: number): boolean {
    const underWay = this.#underWay.get(personId) ?? 0
    return this.#options.allowanceOf(personId).isLittle(underWay + structs, now)
  }

  #hasSpaceFor(structs: number, now: number): boolean {
    const underWay = [...this.#underWay.values()].reduce((sum, ofPerson) => sum + ofPerson, 0)
    return underWay + structs <= this.#options.growth.left(now)
  }

  /** Whether nobody waits who joined earlier. Whoever asks no more, as they owe for something else, is forgotten. */
  #isNext({ person }: Asker, now: number): boolean {
    for (const [waiting, askedAt] of this.#waiting)
      if (Math.abs(now - askedAt) > 2 * ASK_AGAIN_MS) this.#waiting.delete(waiting)
    return [...this.#waiting.keys()].every((waiting) => waiting.person.joinedAt >= person.joinedAt)
  }
}

/** By how much such an update makes a board grow, about. What cuts very many texts does by more, and is counted then. */
function toStructs(workBytes: number): number {
  return Math.min(workBytes / STRUCT_WORK_BYTES, STRUCTS_PER_UPDATE)
}
