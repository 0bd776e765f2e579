import { WebsocketProvider } from 'y-websocket'

/** Says of the origin of a transaction on a board's document whether the server sent it. */
export function isFromServer(origin: unknown): boolean {
  return origin instanceof WebsocketProvider
}
