import type { Refusal } from './server-call'

interface Failure {
  /** A sentence: what did not happen. */
  readonly failed: string
  /** What may have happened, going on from “look whether”. */
  readonly unsure: string
}

/** What is said of something the server did not do, or perhaps did without its answer arriving. */
export function failureWords({ sentence, isUnknown }: Refusal, { failed, unsure }: Failure): string {
  return isUnknown ? `No answer came from the server: look whether ${unsure}.` : `${failed} ${sentence}`
}
