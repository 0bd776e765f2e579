import { until } from '../../support/until'
import { startOwnMeter } from '../support/own-meter'
import { pause } from '../support/pause'
import { fillRoom, hasBoard } from './crowd'
import type { BenchRoom, Participant } from './participant'
import type { Facts, Scenario } from './scenario'

const NOTES = 5_000
const JOINERS = 50
const KB = 1024
const WITHIN_MS = 60_000
/** Presence and pings differ a little from one to the other. */
const NEARLY_ALL = 0.95

/** A large board after a restart: for the first who comes, and for many at once. */
export const COLD_LOAD: Scenario = {
  title: `S4, cold load: a board of ${NOTES} notes after a restart`,
  columns: ['contour', 'y-websocket', 'hocuspocus', 'tldraw'],
  figures: [
    { id: 'first', name: 'first joiner has it and has read it', unit: 'ms', bar: 500 },
    { id: 'all', name: `${JOINERS} at once: until the last has it`, unit: 'ms' },
    { id: 'bytes', name: 'what a joiner gets', unit: 'KB' },
  ],
  async run({ contestant, server }) {
    const room = await contestant.room(server, 'large')
    const keeper = await fillRoom(room, { cards: 1, notes: NOTES })
    await pause(contestant.settlesMs ?? 0)
    await server.kill()
    keeper.stop()
    await server.restart()
    const meter = startOwnMeter()
    const first = await joinFirst(room)
    const all = await joinTogether(room, first.receivedBytes)
    first.participant.stop()
    return {
      first: first.ms,
      all,
      bytes: first.receivedBytes / KB,
      load: meter().cpuShare * 100,
    } satisfies Facts
  },
}

interface First {
  readonly participant: Participant
  readonly ms: number
  readonly receivedBytes: number
}

/** Somebody comes, and has the whole board parsed. */
export async function joinFirst(room: BenchRoom): Promise<First> {
  const seat = await room.seat(0)
  const startedAt = performance.now()
  const participant = seat.open({ takes: 'everything' })
  await until('the board is there', () => hasBoard(participant), WITHIN_MS)
  return { participant, ms: performance.now() - startedAt, receivedBytes: participant.receivedBytes }
}

/** Many come at once; they count what they get, so that parsing it fifty times is not what is measured. */
async function joinTogether(room: BenchRoom, bytes: number): Promise<number> {
  const seats = []
  for (let person = 1; person <= JOINERS; person++) seats.push(await room.seat(person))
  const startedAt = performance.now()
  const people = seats.map((seat) => seat.open({ takes: 'nothing' }))
  const hasAll = ({ isSynced, receivedBytes }: Participant): boolean =>
    isSynced && receivedBytes >= bytes * NEARLY_ALL
  await until('everybody has the board', () => people.every(hasAll), WITHIN_MS)
  const ms = performance.now() - startedAt
  for (const person of people) person.stop()
  return ms
}
