import { cookieFrom, type HttpHarness } from './http-harness'

/** Somebody who came by a link. */
export interface Guest {
  readonly personId: string
  readonly cookie: string
}

/** Joins by this link (`/join/…`) and answers with who that is. */
export async function joinAsGuest(server: HttpHarness, link: string, name: string): Promise<Guest> {
  const answer = await server.post('/api/join', { secret: link.slice('/join/'.length), name })
  const { personId } = (await answer.json()) as { personId: string }
  return { personId, ...cookieFrom(answer) }
}

/** Removes a guest from a board in the name of a facilitator; fails where the server refuses. */
export async function removeGuest(
  server: HttpHarness,
  { boardId, guest, by }: { boardId: string; guest: Guest; by: { cookie: string } },
): Promise<void> {
  const path = `/api/boards/${boardId}/members/${guest.personId}`
  const headers = { cookie: by.cookie }
  const answer = await fetch(server.origin + path, { method: 'DELETE', headers })
  if (!answer.ok) throw new Error(`The guest was not removed: ${answer.status}.`)
}
