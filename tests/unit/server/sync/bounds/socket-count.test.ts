import { expect, it } from 'vitest'
import type { PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { SocketCount } from '@/server/sync/bounds/socket-count'
import { toPerson } from '@/tests/support/rooms/room-harness'

const { PEOPLE_PER_ADDRESS, SOCKETS_IN_ALL, SOCKETS_OF_PERSON_IN_ALL } = LIMITS
/** At once, and as many again in the hour after. */
const MADE_UP = 2 * PEOPLE_PER_ADDRESS

/** A process whose sockets leave as soon as they are ended. */
function startCounting(): { isFullFor(name: string): boolean; come(name: string): Promise<boolean> } {
  const count = new SocketCount({ sockets: SOCKETS_IN_ALL, ofPerson: SOCKETS_OF_PERSON_IN_ALL })
  const idOf = (name: string): PersonId => toPerson(name).personId
  const open = (name: string): Promise<boolean> => {
    if (!count.makeWayFor(idOf(name))) return Promise.resolve(false)
    const socket = { person: toPerson(name), end: () => count.count(socket, -1) }
    count.count(socket, 1)
    return Promise.resolve(true)
  }
  return {
    isFullFor: (name) => count.isFullFor(idOf(name)),
    come: (name) => count.whileWaiting(idOf(name), () => open(name)).catch(() => false),
  }
}

it('[ROOM-17] people made up from one address, with as many sockets as they like, leave space for others', async () => {
  const { come, isFullFor } = startCounting()
  for (let at = 0; !isFullFor(`Mallory ${at}`) && at < MADE_UP; at++)
    for (let times = 0; times < 6; times++) await come(`Mallory ${at}`)
  for (let at = 0; at < SOCKETS_IN_ALL / 10; at++) expect(await come(`Guest ${at}`)).toBe(true)
})
