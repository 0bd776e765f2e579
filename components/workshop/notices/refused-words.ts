import { ERRORS, type ErrorCode } from '@/lib/errors'
import type { RefusalReason } from '../../board/offline/storage/offline-storage'

/** The sentences of the errors ask for a page to be reloaded that has just been. */
const OWN: Partial<Record<ErrorCode, string>> = {
  'epoch-changed': 'The board was renewed before it arrived.',
  'reload-needed': 'It was made on a copy that no longer fitted the board.',
  'invalid-document': 'The board cannot hold it.',
  'too-large': 'It was too large to send. Do it again in smaller parts.',
}

/** What stands over the list of what a board did not take. */
export function refusedSentence(amount: number): string {
  return amount === 1
    ? 'One thing you did was not taken by the board.'
    : `${amount} things you did were not taken by the board.`
}

/** Why, in a sentence. */
export function reasonSentence(reason: RefusalReason): string {
  if (reason === 'gone') return 'It was deleted by somebody else meanwhile.'
  return OWN[reason] ?? ERRORS[reason].sentence
}
