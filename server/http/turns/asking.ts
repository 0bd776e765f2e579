import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import type { PersonId } from '@/lib/ids'
import { readPersonCookie } from '../../access/cookies'
import type { ServerKey } from '../../access/server-key'
import { toSenderAddress } from '../limits/sender-address'

/**
 * In whose name something is done: a person's, where there is a cookie or a ticket of theirs, else that of the network
 * it was asked for from. It holds for all that follows, so that nobody on the way has to pass it on.
 */
export interface Asking {
  /** Does what this request asks for, in the name of its sender. */
  inNameOf<Answer>(request: IncomingMessage, work: () => Answer): Answer
  /** Does this in the name of a person known by other means than the cookie. */
  inNameOfPerson<Answer>(personId: PersonId, work: () => Answer): Answer
  /** Does this in nobody's name: what is asked for once for many must not wait behind what one of them asks for. */
  inNobodysName<Answer>(work: () => Answer): Answer
  /** The name to count by; the empty one for nobody. */
  name(): string
}

const NOBODY = ''

/** Makes the one place that knows who asks. */
export function createAsking(key: ServerKey, isBehindProxy: boolean): Asking {
  const names = new AsyncLocalStorage<string>()
  const toName = (personId: PersonId): string => `person ${personId}`
  return {
    inNameOf(request, work) {
      const personId = readPersonCookie(key, request.headers.cookie)
      return names.run(
        personId ? toName(personId) : `network ${toSenderAddress(request, isBehindProxy)}`,
        work,
      )
    },
    inNameOfPerson: (personId, work) => names.run(toName(personId), work),
    inNobodysName: (work) => names.run(NOBODY, work),
    name: () => names.getStore() ?? NOBODY,
  }
}
