import type { Person } from '../pages/people'
import type { ContourServer } from '../servers/contour-server'
import { connectClient, type SyncClient } from './sync-client'

/** A protocol client without a browser that is the person of this browser; its `personId` is theirs. */
export interface PlainClient extends SyncClient {
  readonly personId: string
}

/** Connects to a board as the person of a browser, by their cookie; knows who that is once it is synced. */
export async function connectAs(
  person: Person,
  server: Pick<ContourServer, 'origin'>,
  boardPath: string,
): Promise<PlainClient> {
  const cookies = await person.context.cookies(server.origin)
  const client = connectClient({
    server: `${server.origin.replace(/^http/, 'ws')}/sync`,
    boardId: boardPath.replace('/b/', ''),
    cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    origin: server.origin,
  })
  await client.synced()
  const welcome = client.sessions.find((message) => message.type === 'welcome')
  if (!welcome) throw new Error('The server did not say who this is.')
  return { ...client, personId: welcome.personId }
}
