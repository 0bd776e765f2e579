import type { Role } from '@/lib/access/roles'
import type { PersonId } from '@/lib/ids'

/** Somebody on a board, as membership knows them. */
export interface BoardPerson {
  readonly personId: PersonId
  readonly name: string
  /** Index into the twelve people colours. */
  readonly colorSlot: number
  readonly role: Role
  /** When they joined the board, or came back to it after they had left. */
  readonly joinedAt: number
}
