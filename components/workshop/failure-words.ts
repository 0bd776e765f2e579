import type { Refusal } from './server-call'

interface Failure {
  /** A sentence: what did not happen. */
  readonly failed: string
  /** What may have happened, going on from “It is not known whether”. */
  readonly unsure: string
}

/** What is said of something the server did not do, or perhaps did without its answer arriving. */
export function failureWords({ sentence, isUnknown }: Refusal, { failed, unsure }: Failure): string {
  return isUnknown
    ? `It is not known whether ${unsure}: no answer came from the server.`
    : `${failed} ${sentence}`
}
