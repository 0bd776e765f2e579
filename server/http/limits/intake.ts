import type { IncomingMessage } from 'node:http'
import { AppError } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardStorage } from '../../storage/board-storage'
import { createKeyedLimit } from './keyed-limit'
import { toSenderAddress } from './sender-address'

/** How much the server keeps before it takes no new boards and images. */
export interface MostKept {
  readonly boards: number
  readonly bytes: number
}

/** What anybody may bring into being without being signed in, held to limits. */
export interface Intake {
  /** Refuses one more board with `too-many-requests` or `server-full`. */
  admitBoard(request: IncomingMessage): Promise<void>
  /** Refuses one more person with `too-many-requests`. */
  admitPerson(request: IncomingMessage): void
  /** Refuses so many more bytes with `server-full`. */
  admitBytes(bytes: number): Promise<void>
}

interface IntakeOptions {
  readonly storage: Pick<BoardStorage, 'measure'>
  readonly most: MostKept
  /** Whether the address of a request is that of a proxy, which names the sender's. */
  readonly isBehindProxy: boolean
  /** Unix milliseconds. */
  now(): number
}

/** Makes the intake: so much an hour from one network address, so much in all. */
export function createIntake({ storage, most, isBehindProxy, now }: IntakeOptions): Intake {
  const hour = {
    withinMs: LIMITS.PER_ADDRESS_MS,
    code: 'too-many-requests',
    logMessage: 'too many new ones from one address',
    now,
  } as const
  const boards = createKeyedLimit<string>({ ...hour, count: LIMITS.BOARDS_PER_ADDRESS })
  const people = createKeyedLimit<string>({ ...hour, count: LIMITS.PEOPLE_PER_ADDRESS })
  return {
    async admitBoard(request) {
      boards.take(toSenderAddress(request, isBehindProxy))
      const kept = await storage.measure()
      if (kept.boards >= most.boards || kept.bytes >= most.bytes)
        throw new AppError('server-full', 'as many boards or bytes as the settings allow')
    },
    admitPerson: (request) => people.take(toSenderAddress(request, isBehindProxy)),
    async admitBytes(bytes) {
      const kept = await storage.measure()
      if (kept.bytes + bytes > most.bytes)
        throw new AppError('server-full', 'as many bytes as the settings allow')
    },
  }
}
