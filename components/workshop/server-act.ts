import type { Called, Refusal } from './server-call'

/** Something to be asked of the server, and what is said of it. */
export interface ServerAct<Answer> {
  readonly call: () => Called<Answer>
  readonly done: string
  readonly failed: string
  readonly unsure: string
  /** It would be done twice. */
  readonly isOnce?: true
}

/** Says whether a second attempt is offered where the first was refused, or perhaps done without its answer arriving. */
export function isOfferedAgain(
  { isOnce }: Pick<ServerAct<unknown>, 'isOnce'>,
  { mayRetry, isUnknown }: Pick<Refusal, 'mayRetry' | 'isUnknown'>,
): boolean {
  return mayRetry && !(isUnknown && isOnce)
}
