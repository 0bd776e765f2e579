import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import type { PersonId } from '@/lib/ids'
import { readPersonCookie } from '../../../access/cookies'
import type { ServerKey } from '../../../access/server-key'
import { toSenderAddress } from '../../limits/sender-address'

/** In whose name something is done: the network it was asked for from, and a person there; empty for nobody. */
export interface Asker {
  readonly network: string
  /** Empty where there is neither a cookie nor a ticket: all of a network who are nobody yet count as one. */
  readonly person: string
}

/** Knows in whose name something is done. It holds for all that follows, so that nobody on the way has to pass it on. */
export interface Asking {
  /** Does what this request asks for, in the name of its sender. */
  inNameOf<Answer>(request: IncomingMessage, work: () => Answer): Answer
  /** Does this in the name of a person known by other means than the cookie, in the network asked from. */
  inNameOfPerson<Answer>(personId: PersonId, work: () => Answer): Answer
  /** Does this in nobody's name: what is asked for once for many must not wait behind what one of them asks for. */
  inNobodysName<Answer>(work: () => Answer): Answer
  /** By whom to count. */
  asker(): Asker
}

const NOBODY: Asker = { network: '', person: '' }

/** Makes the one place that knows who asks. */
export function createAsking(key: ServerKey, isBehindProxy: boolean): Asking {
  const names = new AsyncLocalStorage<Asker>()
  const asker = (): Asker => names.getStore() ?? NOBODY
  return {
    inNameOf(request, work) {
      const person = readPersonCookie(key, request.headers.cookie) ?? ''
      return names.run({ network: toSenderAddress(request, isBehindProxy), person }, work)
    },
    inNameOfPerson: (person, work) => names.run({ ...asker(), person }, work),
    inNobodysName: (work) => names.run(NOBODY, work),
    asker,
  }
}
