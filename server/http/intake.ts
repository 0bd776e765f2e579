import type { IncomingMessage } from 'node:http'
import { AppError } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardStorage } from '../storage/board-storage'
import { TokenBucket } from '../sync/socket/token-bucket'
import { toSenderAddress } from './sender-address'

const SWEEP_EVERY_MS = 60_000

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
  const boards = createAddressLimit(LIMITS.BOARDS_PER_ADDRESS, now)
  const people = createAddressLimit(LIMITS.PEOPLE_PER_ADDRESS, now)
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

function createAddressLimit(count: number, now: () => number): { take(address: string): void } {
  const perSecond = (count / LIMITS.PER_ADDRESS_MS) * 1000
  const buckets = new Map<string, TokenBucket>()
  let sweptAt = now()
  const sweep = (at: number): void => {
    if (at - sweptAt < SWEEP_EVERY_MS) return
    sweptAt = at
    for (const [address, bucket] of buckets) if (bucket.isFull(at)) buckets.delete(address)
  }
  return {
    take(address) {
      const at = now()
      sweep(at)
      const bucket = buckets.get(address) ?? new TokenBucket(perSecond, count, at)
      buckets.set(address, bucket)
      if (!bucket.take(at)) throw new AppError('too-many-requests', 'too many new ones from one address')
    },
  }
}
