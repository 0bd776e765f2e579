import { statfs } from 'node:fs/promises'
import { LIMITS } from '@/lib/sync/limits'
import type { Log } from './log'
import { RepeatedWork } from './repeated-work'
import type { Clock } from './sync/clock'

/** The file system of the data folder. */
export interface DiskSpace {
  readonly usedBytes: number
  /** What this process may still take. */
  readonly freeBytes: number
}

interface DiskWatchOptions {
  readonly measure: () => Promise<DiskSpace>
  readonly clock: Clock
  readonly log: Log
}

const UNKNOWN: DiskSpace = { usedBytes: 0, freeBytes: 0 }
/** Most computers of their own are half full: that is nothing wrong, which whoever watches a terminal would be told. */
const STEPS = [
  { event: 'disk.half-full', percent: LIMITS.DISK_HALF_FULL_PERCENT, level: 'info' },
  { event: 'disk.nearly-full', percent: LIMITS.DISK_NEARLY_FULL_PERCENT, level: 'warn' },
] as const

/** Looks how full the disk is, at the start and every so often, and says in the log when it becomes half and nearly full. */
export class DiskWatch {
  readonly #options: DiskWatchOptions
  readonly #said = new Set<string>()
  readonly #work: RepeatedWork
  #space = UNKNOWN

  constructor(options: DiskWatchOptions) {
    this.#options = options
    const work = (): Promise<void> => this.#look()
    this.#work = new RepeatedWork({ clock: options.clock, everyMs: LIMITS.DISK_LOOKED_AT_MS, work })
  }

  /** As it was when it was last looked at; zeros where nothing is known of it. */
  get space(): DiskSpace {
    return this.#space
  }

  /** Whether it is nearly full, and little is left also in bytes. */
  get isShort(): boolean {
    const isNearlyFull = toPercent(this.#space) >= LIMITS.DISK_NEARLY_FULL_PERCENT
    return isNearlyFull && this.#space.freeBytes < LIMITS.DISK_SHORT_BYTES
  }

  /** Begins in the background. Harmless when called twice. */
  start(): void {
    this.#work.start()
  }

  /** Looks no more. Harmless when called twice. */
  stop(): void {
    this.#work.stop()
  }

  async #look(): Promise<void> {
    const { measure, log } = this.#options
    this.#space = await measure().catch(() => UNKNOWN)
    const { usedBytes, freeBytes } = this.#space
    for (const { event, percent, level } of STEPS) {
      if (toPercent(this.#space) < percent) this.#said.delete(event)
      else if (!this.#said.has(event)) {
        this.#said.add(event)
        log[level](event, { usedBytes, freeBytes })
      }
    }
  }
}

/** Measures the file system a folder lies on. Rejects where it cannot be read. */
export async function measureDisk(folder: string): Promise<DiskSpace> {
  const { blocks, bfree, bavail, bsize } = await statfs(folder)
  return { usedBytes: (blocks - bfree) * bsize, freeBytes: bavail * bsize }
}

function toPercent({ usedBytes, freeBytes }: DiskSpace): number {
  return usedBytes === 0 ? 0 : (100 * usedBytes) / (usedBytes + freeBytes)
}
