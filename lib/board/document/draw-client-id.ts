import * as Y from 'yjs'

/** Draws a client id as Yjs gives one to each document, and none that is taken. */
export function drawClientId(taken?: { has(clientId: number): boolean }): number {
  for (;;) {
    const { clientID } = new Y.Doc()
    if (!taken?.has(clientID)) return clientID
  }
}
