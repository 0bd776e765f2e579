import type { Page, WebSocketRoute } from '@playwright/test'
import type { Role } from '@/lib/access/roles'
import { encodeJson, MESSAGE } from '@/lib/sync/messages'

/** Stands between a page and the server and can say to the page what the server says of a new role. */
export interface SpokenRole {
  say(role: Role): void
}

/** Takes its place for every socket of the page from now on; everything else passes unchanged. */
export async function standBetween(page: Page): Promise<SpokenRole> {
  let last: WebSocketRoute | null = null
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => server.send(message))
    server.onMessage((message) => socket.send(message))
    last = socket
  })
  return { say: (role) => last?.send(Buffer.from(encodeJson(MESSAGE.session, { type: 'role', role }))) }
}
