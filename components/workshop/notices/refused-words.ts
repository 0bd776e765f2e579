import { ERRORS } from '@/lib/errors'
import type { RefusalReason } from '../../board/offline/offline-storage'

/** What stands over the list of what a board did not take. */
export function refusedSentence(amount: number): string {
  return amount === 1
    ? 'One thing you did without a connection was not taken by the board.'
    : `${amount} things you did without a connection were not taken by the board.`
}

/** Why, in a sentence. */
export function reasonSentence(reason: RefusalReason): string {
  return reason === 'gone' ? 'It was deleted by somebody else meanwhile.' : ERRORS[reason].sentence
}
