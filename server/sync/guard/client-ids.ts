import * as Y from 'yjs'
import { listPreviousEpochs, type BoardDocument, type PreviousEpoch } from '@/lib/board/layout'
import { SERVER_PERSON } from '@/lib/board/step'
import type { PersonId } from '@/lib/ids'
import type { IdsLeft } from './guard'

/** For whom an id is kept, from which of the updates on. */
interface Reserved {
  readonly personId: PersonId
  readonly after: number
}

interface ClientIdsOptions {
  readonly board: BoardDocument
  readonly known: ReadonlyMap<number, PersonId>
  readonly idsLeft: IdsLeft
}

/** Who may write under which Yjs client id. An id belongs for ever to the person that first used it. */
export class ClientIds {
  readonly #owners: Map<number, PersonId>
  /** Ids that wrote in documents before this one and not in this: who writes under them sends what was there. */
  readonly #former: ReadonlySet<number>
  readonly #reserved = new Map<number, Reserved>()
  readonly #idsLeft: IdsLeft
  #bound: { clientId: number; personId: PersonId }[] = []

  /** Ids the document holds but nobody is known for, seeds for instance, belong to the server. */
  constructor({ board, known, idsLeft }: ClientIdsOptions) {
    const { doc } = board
    this.#idsLeft = idsLeft
    this.#owners = new Map(known)
    const written = [...known.keys(), ...listPreviousEpochs(board).flatMap(writersOf)]
    this.#former = new Set(written.filter((client) => !doc.store.clients.has(client)))
    for (const client of doc.store.clients.keys()) {
      if (!this.#owners.has(client)) this.#owners.set(client, SERVER_PERSON)
    }
    if (!this.#owners.has(doc.clientID)) this.#give(doc.clientID, SERVER_PERSON)
  }

  /**
   * Says whether this person may write under this id with the update of this number: it is theirs, in this document, or
   * was nobody's when that came.
   */
  isFreeFor(client: number, personId: PersonId, number = Infinity): boolean {
    if (this.#former.has(client)) return false
    const reserved = this.#reserved.get(client)
    const keeper = reserved && number > reserved.after ? reserved.personId : undefined
    const owner = this.#owners.get(client) ?? keeper
    return owner === undefined || owner === personId
  }

  /** Says whether those of these ids that nobody wrote under yet are more than this person may begin to use now. */
  areTooMany(clients: readonly number[], personId: PersonId, now: number): boolean {
    const fresh = clients.filter((client) => !this.#owners.has(client))
    return fresh.length > 0 && fresh.length > this.#idsLeft.left(personId, now)
  }

  /** Says whether the server wrote under this id. */
  isServer(client: number): boolean {
    return this.#owners.get(client) === SERVER_PERSON
  }

  /** Keeps an id for a person until they use it, but for what came before; the first to ask gets it. */
  reserve(clientId: number, personId: PersonId, after = 0): void {
    if (!this.#reserved.has(clientId) && this.isFreeFor(clientId, personId))
      this.#reserved.set(clientId, { personId, after })
  }

  /** Binds an id nobody has; an owned one stays with its owner. */
  bind(clientId: number, personId: PersonId, now: number): void {
    if (this.#owners.has(clientId)) return
    this.#idsLeft.spend(personId, 1, now)
    this.#give(clientId, personId)
  }

  /** Answers with the ids bound since the last call, each exactly once. */
  takeBound(): readonly { clientId: number; personId: PersonId }[] {
    const bound = this.#bound
    this.#bound = []
    return bound
  }

  #give(clientId: number, personId: PersonId): void {
    this.#owners.set(clientId, personId)
    this.#reserved.delete(clientId)
    this.#bound.push({ clientId, personId })
  }
}

function writersOf({ vector }: PreviousEpoch): number[] {
  return [...Y.decodeStateVector(vector).keys()]
}
