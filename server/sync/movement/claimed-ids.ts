import type { BoardId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { Counts } from '../../counts'

interface Claim {
  readonly boardId: BoardId
  readonly clientId: number
}

/** Who was first present under which client ids of one board. */
export interface ClaimsOnBoard {
  ownerOf(clientId: number): PersonId | undefined
  all(): Iterable<readonly [clientId: number, personId: PersonId]>
  keep(clientId: number, personId: PersonId): void
  forget(clientId: number): void
}

/**
 * Who was first present under which client ids, on all boards. It outlives rooms: everybody on a board hears these ids,
 * and whoever comes first after it was loaded afresh could take another's, who has written nothing under it.
 */
export class ClaimedIds {
  readonly #boards = new Map<BoardId, Map<number, PersonId>>()
  /** The claims of each person, the oldest first. */
  readonly #people = new Map<PersonId, Map<string, Claim>>()
  readonly #counts = new Counts<PersonId>()
  readonly #most: number
  #size = 0

  constructor(most: number = LIMITS.CLAIMED_IDS_REMEMBERED) {
    this.#most = most
  }

  /** The claims on this board. */
  of(boardId: BoardId): ClaimsOnBoard {
    return {
      ownerOf: (clientId) => this.#boards.get(boardId)?.get(clientId),
      all: () => this.#boards.get(boardId) ?? [],
      keep: (clientId, personId) => this.#keep({ boardId, clientId }, personId),
      forget: (clientId) => this.#forget({ boardId, clientId }),
    }
  }

  #keep(claim: Claim, personId: PersonId): void {
    this.#forget(claim)
    const onBoard = this.#boards.get(claim.boardId) ?? new Map<number, PersonId>()
    const own = this.#people.get(personId) ?? new Map<string, Claim>()
    this.#boards.set(claim.boardId, onBoard.set(claim.clientId, personId))
    this.#people.set(personId, own.set(keyOf(claim), claim))
    this.#counts.add(personId)
    if (++this.#size > this.#most) this.#forgetOldest()
  }

  /** Whoever claims very many loses their own first. */
  #forgetOldest(): void {
    const { fullest } = this.#counts
    const [oldest] = (fullest === undefined ? undefined : this.#people.get(fullest)?.values()) ?? []
    if (oldest) this.#forget(oldest)
  }

  #forget(claim: Claim): void {
    const onBoard = this.#boards.get(claim.boardId)
    const personId = onBoard?.get(claim.clientId)
    if (!onBoard || personId === undefined) return
    const own = this.#people.get(personId)
    onBoard.delete(claim.clientId)
    own?.delete(keyOf(claim))
    if (onBoard.size === 0) this.#boards.delete(claim.boardId)
    if (own?.size === 0) this.#people.delete(personId)
    this.#counts.remove(personId)
    this.#size--
  }
}

function keyOf({ boardId, clientId }: Claim): string {
  return `${boardId} ${clientId}`
}
