import { ERRORS, isErrorCode, type ErrorCode } from '@/lib/errors'
import { CLOSE_CODES } from '@/lib/sync/close-codes'

// Several errors share a close code; this is the one whose sentence fits a board that is open.
const REASONS: Readonly<Record<number, ErrorCode>> = {
  [CLOSE_CODES.notSignedIn]: 'not-signed-in',
  [CLOSE_CODES.notAllowed]: 'not-allowed',
  [CLOSE_CODES.noSuchBoard]: 'no-such-board',
  [CLOSE_CODES.reload]: 'reload-needed',
  [CLOSE_CODES.tooLarge]: 'too-large',
  [CLOSE_CODES.invalidDocument]: 'invalid-document',
  [CLOSE_CODES.otherVersion]: 'client-too-old',
}

interface Closing {
  readonly code: number
  readonly reason: string
}

/** Why a connection was closed for good, from its close code and the reason the server gave with it. */
export function closedBecause(closing: Closing): ErrorCode {
  return saidByServer(closing) ?? REASONS[closing.code] ?? 'internal'
}

/** What the server said as it closed a connection; null where it was not the server, or it said nothing. */
export function saidByServer({ code, reason }: Closing): ErrorCode | null {
  return isErrorCode(reason) && ERRORS[reason].closeCode === code ? reason : null
}
