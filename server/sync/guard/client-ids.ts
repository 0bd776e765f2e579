import type * as Y from 'yjs'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { SERVER_PERSON } from '@/lib/board/step'

/** Who may write under which Yjs client id. An id belongs for ever to the person that first used it. */
export class ClientIds {
  readonly #owners: Map<number, PersonId>
  readonly #reserved = new Map<number, PersonId>()
  readonly #counts = new Map<PersonId, number>()
  #bound: { clientId: number; personId: PersonId }[] = []

  /** Ids the document holds but nobody is known for, seeds for instance, belong to the server. */
  constructor(doc: Y.Doc, known: ReadonlyMap<number, PersonId>) {
    this.#owners = new Map(known)
    for (const personId of known.values()) this.#count(personId)
    for (const client of doc.store.clients.keys()) {
      if (!this.#owners.has(client)) this.#owners.set(client, SERVER_PERSON)
    }
    if (!this.#owners.has(doc.clientID)) this.bind(doc.clientID, SERVER_PERSON)
  }

  /** Says whether this person may write under this id: it is theirs or nobody's yet. */
  isFreeFor(client: number, personId: PersonId): boolean {
    const owner = this.#owners.get(client) ?? this.#reserved.get(client)
    return owner === undefined || owner === personId
  }

  /** Says whether this id would be one more than this person may write under. */
  isOneTooMany(client: number, personId: PersonId): boolean {
    return !this.#owners.has(client) && (this.#counts.get(personId) ?? 0) >= LIMITS.CLIENT_IDS_PER_PERSON
  }

  /** Says whether the server wrote under this id. */
  isServer(client: number): boolean {
    return this.#owners.get(client) === SERVER_PERSON
  }

  /** Keeps an id for a person until they use it; the first to ask gets it. */
  reserve(clientId: number, personId: PersonId): void {
    if (this.isFreeFor(clientId, personId)) this.#reserved.set(clientId, personId)
  }

  /** Binds an id nobody has; an owned one stays with its owner. */
  bind(clientId: number, personId: PersonId): void {
    if (this.#owners.has(clientId)) return
    this.#owners.set(clientId, personId)
    this.#count(personId)
    this.#reserved.delete(clientId)
    this.#bound.push({ clientId, personId })
  }

  /** Answers with the ids bound since the last call, each exactly once. */
  takeBound(): readonly { clientId: number; personId: PersonId }[] {
    const bound = this.#bound
    this.#bound = []
    return bound
  }

  #count(personId: PersonId): void {
    this.#counts.set(personId, (this.#counts.get(personId) ?? 0) + 1)
  }
}
