import { MESSAGE } from '@/lib/sync/messages'
import { encodePresence, readPresence } from '@/server/sync/movement/presence-frames'
import type { HeardMessage } from './fake-socket-pair'
import { startRooms, type RoomGuest, type RoomHarness } from './room-harness'

const everybody = (): boolean => true

/** What a client heard of presence: client id to state, null where somebody left. */
export function presenceIn(heard: readonly HeardMessage[]): Map<number, Record<string, unknown> | null> {
  const frames = heard.filter(({ type }) => type === MESSAGE.awareness)
  const entries = frames.flatMap(({ content }) => readPresence(content as Uint8Array, everybody))
  return new Map(entries.map(({ clientId, json }) => [clientId, JSON.parse(json)]))
}

/** Says of itself under a client id. */
export function say(guest: RoomGuest, clientId: number, clock: number, state: unknown): void {
  guest.socket.say(encodePresence([{ clientId, clock, json: JSON.stringify(state) }]))
}

/** A room that Ada may edit and Ben only sees, who have heard all there is. */
export async function meet(): Promise<{ harness: RoomHarness; ada: RoomGuest; ben: RoomGuest }> {
  const harness = await startRooms()
  const ada = await harness.join('Ada')
  const ben = await harness.join('Ben', { role: 'viewer' })
  ada.hear()
  ben.hear()
  return { harness, ada, ben }
}
