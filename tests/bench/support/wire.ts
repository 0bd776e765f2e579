import { CAPS } from '@/lib/sync/messages'

/** How a person reaches a board, and how the frames of y-websocket are dressed on the way. */
export interface Wire {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Sent before anything else, as they are. */
  readonly greetings: readonly Uint8Array[]
  wrap(frame: Uint8Array): Uint8Array
  unwrap(bytes: Uint8Array): Uint8Array
}

/** To a board of ours: the frames as they are. */
export function contourWire(origin: string, boardId: string, cookie: string): Wire {
  const url = `${origin.replace('http', 'ws')}/sync/${boardId}?caps=${CAPS.join(',')}`
  return { url, headers: { cookie, origin }, greetings: [], wrap: asItIs, unwrap: asItIs }
}

export function asItIs(bytes: Uint8Array): Uint8Array {
  return bytes
}
