import { CLOSE_CODES } from './sync/close-codes'

/** What one error code means at every door. */
interface ErrorMeaning {
  readonly httpStatus: number
  /** The close code of a socket refused for this reason. */
  readonly closeCode: number
  /** Whether the client may simply try the same again. */
  readonly retry: boolean
  /** Whether it is our fault and belongs in the log as an error. */
  readonly ours: boolean
  /** The sentence a person sees: what happened and what to do. */
  readonly sentence: string
}

function meaning(
  httpStatus: number,
  closeCode: number,
  sentence: string,
  rest: Partial<Pick<ErrorMeaning, 'retry' | 'ours'>> = {},
): ErrorMeaning {
  return { httpStatus, closeCode, sentence, retry: rest.retry ?? false, ours: rest.ours ?? false }
}

const AGAIN = { retry: true } as const
const OURS = { retry: true, ours: true } as const

/** The closed table of error codes. A code exists only with all five of its meanings. */
export const ERRORS = {
  'invalid-input': meaning(
    400,
    CLOSE_CODES.invalidDocument,
    'Something in this request is not valid. Correct it and try again.',
  ),
  'unreadable-file': meaning(
    400,
    CLOSE_CODES.invalidDocument,
    'This file could not be read as text. Save it as CSV in UTF-8 and try again.',
  ),
  'unsupported-image': meaning(
    415,
    CLOSE_CODES.invalidDocument,
    'Only PNG, JPEG, GIF and WebP images can be placed on a board.',
  ),
  'too-many-pixels': meaning(
    413,
    CLOSE_CODES.tooLarge,
    'This image has too many pixels, or takes too long to be drawn. Save it anew with fewer than 2,000 by 2,000 of them and place it again.',
  ),
  'not-signed-in': meaning(
    401,
    CLOSE_CODES.notSignedIn,
    'You are not on this board yet. Open it with the link you were given.',
  ),
  'ticket-used': meaning(
    401,
    CLOSE_CODES.notSignedIn,
    'This ticket was used or has expired. Ask for a new one.',
  ),
  'link-unknown': meaning(
    404,
    CLOSE_CODES.notSignedIn,
    'This link does not open a board. Ask the facilitator for a current one.',
  ),
  'link-expired': meaning(
    410,
    CLOSE_CODES.notSignedIn,
    'This link has expired. Ask the facilitator for a current one.',
  ),
  'not-allowed': meaning(
    403,
    CLOSE_CODES.notAllowed,
    'Your role on this board does not allow that. Ask the facilitator.',
  ),
  removed: meaning(
    403,
    CLOSE_CODES.notAllowed,
    'A facilitator took you off this board. To come back, open a link to it that is valid now.',
  ),
  'left-board': meaning(
    403,
    CLOSE_CODES.notAllowed,
    'You took this board off your list. To come back, open a link to it that is valid now.',
  ),
  'foreign-origin': meaning(
    403,
    CLOSE_CODES.notAllowed,
    'This request came from another site and was refused.',
  ),
  'no-such-board': meaning(
    404,
    CLOSE_CODES.noSuchBoard,
    'There is no such board. Check the address, or ask for the link again.',
  ),
  'board-deleted': meaning(
    410,
    CLOSE_CODES.noSuchBoard,
    'A facilitator deleted this board. For 30 days a facilitator can bring it back from their list of boards; it opens here then.',
  ),
  'method-not-allowed': meaning(
    405,
    CLOSE_CODES.notAllowed,
    'This address can only be read. Open it in a browser.',
  ),
  'not-found': meaning(404, CLOSE_CODES.noSuchBoard, 'There is nothing at this address.'),
  'epoch-changed': meaning(409, CLOSE_CODES.reload, 'The board was renewed. Reload the page to go on.'),
  'reload-needed': meaning(
    409,
    CLOSE_CODES.reload,
    'Your copy of the board no longer fits. Reload the page to go on.',
  ),
  'board-full': meaning(
    507,
    CLOSE_CODES.tooLarge,
    'This board is full. Delete what it no longer needs, or go on with a new board.',
  ),
  'too-many-images': meaning(
    507,
    CLOSE_CODES.tooLarge,
    'This board holds as many images as it can. Go on without more, or with a new board.',
  ),
  'too-many-requests': meaning(
    429,
    CLOSE_CODES.overloaded,
    'Too much came from your network at once. Wait a few minutes, then try again.',
    AGAIN,
  ),
  'asked-too-often': meaning(
    429,
    CLOSE_CODES.overloaded,
    'This was done very often in a short time. Wait a few minutes, then try again.',
    AGAIN,
  ),
  'opened-too-often': meaning(
    429,
    CLOSE_CODES.overloaded,
    'This board was opened very often in your name today. Keep this page open: it goes on in a minute.',
    AGAIN,
  ),
  'server-full': meaning(
    507,
    CLOSE_CODES.tooLarge,
    'This server keeps as much as it may. Ask whoever runs it for more room.',
  ),
  'request-aborted': meaning(
    408,
    CLOSE_CODES.overloaded,
    'What you sent did not arrive whole. Check your connection and try again.',
    AGAIN,
  ),
  'length-required': meaning(
    411,
    CLOSE_CODES.invalidDocument,
    'This request does not say how long it is. Send it with its length.',
  ),
  'too-large': meaning(413, CLOSE_CODES.tooLarge, 'This is too large. Make it smaller and try again.'),
  'list-too-slow': meaning(
    413,
    CLOSE_CODES.tooLarge,
    'This list takes too long to read. Open it in a spreadsheet, save it as CSV anew, or bring it in as several shorter lists.',
  ),
  'invalid-document': meaning(
    422,
    CLOSE_CODES.invalidDocument,
    'Your browser sent something the board cannot hold. Reload the page.',
  ),
  'client-too-old': meaning(426, CLOSE_CODES.otherVersion, 'Contour was updated. Reload the page.'),
  'server-too-old': meaning(
    503,
    // Once the server is updated, this page is of an older version than it.
    CLOSE_CODES.otherVersion,
    'This board was written by a newer Contour. Ask whoever runs this server to update it.',
    OURS,
  ),
  overloaded: meaning(
    503,
    CLOSE_CODES.overloaded,
    'The server is busy. Wait a minute, then try again.',
    AGAIN,
  ),
  // Nobody sends it: a page says it to itself.
  unreachable: meaning(
    503,
    CLOSE_CODES.overloaded,
    'The server cannot be reached. Check your connection and try again.',
    AGAIN,
  ),
  restarting: meaning(
    503,
    CLOSE_CODES.restarting,
    'The server is restarting. You will be back in a moment.',
    AGAIN,
  ),
  'storage-failed': meaning(
    503,
    CLOSE_CODES.overloaded,
    'The server cannot save at the moment. Wait a minute, then try again.',
    OURS,
  ),
  internal: meaning(500, CLOSE_CODES.overloaded, 'Something went wrong on the server. Try again.', OURS),
} as const satisfies Record<string, ErrorMeaning>

export type ErrorCode = keyof typeof ERRORS

/** Says whether a text is one of the codes: what comes from elsewhere may be of another version. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(ERRORS, text)
}

/** A refusal at a door. The message is for the log; people see the sentence of the code. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** Facts that help the person mend their input, such as the row and field. */
  readonly details: unknown

  constructor(code: ErrorCode, logMessage: string, options: { cause?: unknown; details?: unknown } = {}) {
    super(logMessage, { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.details = options.details
  }
}
