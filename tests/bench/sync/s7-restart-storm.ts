import { until } from '../../support/until'
import { startOwnMeter } from '../support/own-meter'
import { pause } from '../support/pause'
import { fillRoom, hasBoard } from './crowd'
import type { Participant, Seat } from './participant'
import type { Scenario } from './scenario'

const PEOPLE = 100
/** So many read what they get; of the others it is enough that they got it. */
const READERS = 10
/** What was compacted meanwhile may be a little smaller. */
const NEARLY_ALL = 0.9
const WITHIN_MS = 60_000

/** The process dies under a full board and comes back; so does everybody, at once. */
export const RESTART_STORM: Scenario = {
  title: `S7, restart storm: ${PEOPLE} people on a board of 500 cards come back at once`,
  columns: ['contour', 'y-websocket', 'hocuspocus', 'tldraw', 'tldraw-sqlite'],
  figures: [
    { id: 'synced', name: 'from when it listens until the last has the board', unit: 'ms', bar: 5_000 },
    { id: 'whole', name: 'the same with its start', unit: 'ms' },
  ],
  async run({ contestant, server }) {
    const room = await contestant.room(server, 'storm')
    const keeper = await fillRoom(room, { cards: 500, notes: 0 })
    const seats: Seat[] = []
    for (let person = 0; person < PEOPLE; person++) seats.push(await room.seat(person))
    const people = seats.map((seat) => seat.open({ takes: 'nothing' }))
    await until('everybody is there', () => people.every(({ isSynced }) => isSynced), WITHIN_MS)
    const bytes = Math.max(...people.map(({ receivedBytes }) => receivedBytes)) * NEARLY_ALL
    await pause(contestant.settlesMs ?? 0)
    await server.kill()
    keeper.stop()
    for (const person of people) person.stop()
    const startedAt = performance.now()
    await server.restart()
    const listensAt = performance.now()
    const meter = startOwnMeter()
    const back = seats.map((seat, at) => seat.open({ takes: at < READERS ? 'everything' : 'nothing' }))
    const isBack = (one: Participant, at: number): boolean =>
      at < READERS ? hasBoard(one) : one.isSynced && one.receivedBytes >= bytes
    await until('everybody is back', () => back.every(isBack), WITHIN_MS)
    const now = performance.now()
    const load = meter().cpuShare * 100
    for (const person of back) person.stop()
    return { synced: now - listensAt, whole: now - startedAt, load }
  },
}
