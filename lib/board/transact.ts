import type { PersonId } from '../ids'
import type { BoardDocument } from './layout'
import type { Author, BoardOrigin } from './step'

/** What stands on a transaction as its origin: by which way it came and from whom. */
export class TransactionOrigin {
  readonly origin: BoardOrigin
  readonly personId: PersonId

  constructor(origin: BoardOrigin, personId: PersonId) {
    this.origin = origin
    this.personId = personId
  }
}

/** Runs a change as one transaction that carries its author; inside another transaction it joins that one. */
export function transactAs<Value>(board: BoardDocument, author: Author, change: () => Value): Value {
  return board.doc.transact(change, new TransactionOrigin(author.origin, author.personId))
}

/** The way a transaction came, or null where it is none of this page's operations (a remote update). */
export function originOf(transactionOrigin: unknown): BoardOrigin | null {
  return transactionOrigin instanceof TransactionOrigin ? transactionOrigin.origin : null
}
