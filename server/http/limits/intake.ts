import type { IncomingMessage } from 'node:http'
import { AppError } from '@/lib/errors'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardStorage } from '../../storage/board-storage'
import { createKeyedLimit, type KeyedLimitOptions } from './keyed-limit'
import { toArea, toSenderAddress } from './sender-address'

/** How much the server keeps before it takes no new boards and images. */
export interface MostKept {
  readonly boards: number
  readonly bytes: number
}

/** What may come to be kept, held to limits: by anybody without being signed in; names, tickets and images by people. */
export interface Intake {
  /** Refuses one more board with `too-many-requests` or `server-full`; where space is short, sooner. */
  admitBoard(request: IncomingMessage): Promise<void>
  /** Refuses one more person with `too-many-requests`. */
  admitPerson(request: IncomingMessage): void
  /** Refuses one more name of somebody who has one with `asked-too-often`. */
  admitName(personId: PersonId): void
  /** Refuses one more change of what a facilitator decides with `asked-too-often`. */
  admitChange(personId: PersonId): void
  /**
   * Refuses one more ticket with `asked-too-often` or `too-many-requests`; answers with the network it is asked for from.
   */
  admitTicket(request: IncomingMessage, personId: PersonId): string
  /** Refuses so many more bytes of images with `server-full`, or with `too-many-requests` where space is short. */
  admitBytes(request: IncomingMessage, bytes: number): Promise<void>
}

interface IntakeOptions {
  readonly storage: Pick<BoardStorage, 'measure'>
  readonly most: MostKept
  /** Whether the address of a request is that of a proxy, which names the sender's. */
  readonly isBehindProxy: boolean
  /** Whether little is left on the disk, whatever the settings allow. */
  isDiskShort?(): boolean
  /** Unix milliseconds. */
  now(): number
}

/** Makes the intake: so much an hour from one network address and from one area, so much in all. */
export function createIntake(options: IntakeOptions): Intake {
  const { storage, most, isBehindProxy, isDiskShort = () => false, now } = options
  const hour = {
    withinMs: LIMITS.PER_ADDRESS_MS,
    code: 'too-many-requests',
    logMessage: 'too many new ones from one address',
    now,
  } as const
  const boards = createNetworkLimit({ ...hour, count: LIMITS.BOARDS_PER_ADDRESS })
  const people = createNetworkLimit({ ...hour, count: LIMITS.PEOPLE_PER_ADDRESS })
  const scarceBytes = createNetworkLimit({ ...hour, count: LIMITS.SCARCE_BYTES_PER_ADDRESS })
  const names = createKeyedLimit<PersonId>({
    count: LIMITS.NAMES_PER_PERSON,
    withinMs: LIMITS.NAMES_PER_PERSON_MS,
    code: 'asked-too-often',
    logMessage: 'too many names of one person',
    now,
  })
  const changes = createKeyedLimit<PersonId>({
    count: LIMITS.CHANGES_PER_PERSON,
    withinMs: LIMITS.CHANGES_PER_PERSON_MS,
    code: 'asked-too-often',
    logMessage: 'too many changes of links, roles and boards by one person',
    now,
  })
  const issued = { withinMs: LIMITS.TICKETS_ISSUED_MS, now } as const
  const ticketsOfPeople = createKeyedLimit<PersonId>({
    ...issued,
    count: LIMITS.TICKETS_ISSUED_PER_PERSON,
    code: 'asked-too-often',
    logMessage: 'too many tickets of one person',
  })
  const ticketsOfNetworks = createNetworkLimit({
    ...issued,
    count: LIMITS.TICKETS_ISSUED_PER_ADDRESS,
    code: 'too-many-requests',
    logMessage: 'too many tickets for one address',
  })
  // While there is space enough, nobody pays for what a neighbour under the same address sends.
  const takeIfScarce = (request: IncomingMessage, kept: number, bytes: number): void => {
    if (kept > (most.bytes * LIMITS.SCARCE_FROM_PERCENT) / 100 || isDiskShort())
      scarceBytes.take(toSenderAddress(request, isBehindProxy), bytes)
  }
  return {
    async admitBoard(request) {
      boards.take(toSenderAddress(request, isBehindProxy))
      const kept = await storage.measure()
      if (kept.boards >= most.boards || kept.bytes >= most.bytes)
        throw new AppError('server-full', 'as many boards or bytes as the settings allow')
      // What will be written on it is asked of nobody any more.
      takeIfScarce(request, kept.bytes, LIMITS.DOCUMENT_BYTES)
    },
    admitPerson: (request) => people.take(toSenderAddress(request, isBehindProxy)),
    admitName: (personId) => names.take(personId),
    admitChange: (personId) => changes.take(personId),
    admitTicket(request, personId) {
      const network = toSenderAddress(request, isBehindProxy)
      // First the person: whoever has none left takes none away from their neighbours.
      ticketsOfPeople.take(personId)
      ticketsOfNetworks.take(network)
      return network
    },
    async admitBytes(request, bytes) {
      const kept = (await storage.measure()).bytes + bytes
      if (kept > most.bytes) throw new AppError('server-full', 'as many bytes as the settings allow')
      takeIfScarce(request, kept, bytes)
    },
  }
}

/** So much for each network, and for its area so many times as much: nobody has what all networks they make up may. */
function createNetworkLimit(options: KeyedLimitOptions): { take(network: string, amount?: number): void } {
  const networks = createKeyedLimit<string>(options)
  const areas = createKeyedLimit<string>({ ...options, count: options.count * LIMITS.AREA_TIMES })
  return {
    take(network, amount) {
      // First the network: one that has none left takes none away from its neighbours.
      networks.take(network, amount)
      areas.take(toArea(network), amount)
    },
  }
}
