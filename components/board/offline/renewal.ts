import type { ErrorCode } from '@/lib/errors'

/** How a page puts a fresh document in the place of one that was given up. */
export interface Renewal {
  /** Whether it may be tried: a document that is given up again and again needs a person. */
  mayBegin(): boolean
  /** `onRefused` hears why there is none, where there is none. */
  begin(onRefused: (code: ErrorCode) => void): void
  /** Asks no more, and hears no late answer, until it begins again. */
  stop(): void
}
