/**
 * WebSocket close codes. 4400-4499 stop a y-websocket client from retrying, so they are only for reasons that
 * a retry cannot mend; everything else is retried.
 */
export const CLOSE_CODES = {
  notSignedIn: 4401,
  notAllowed: 4403,
  noSuchBoard: 4404,
  reload: 4409,
  tooLarge: 4413,
  invalidDocument: 4422,
  otherVersion: 4426,
  restarting: 1012,
  overloaded: 1013,
  moved: 4503,
} as const
