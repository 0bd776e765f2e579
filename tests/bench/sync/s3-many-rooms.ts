import { until } from '../../support/until'
import { quantile } from '../support/figure'
import { pause } from '../support/pause'
import { FrameTimes, hasBoard, measure, startLoop } from './crowd'
import type { Participant } from './participant'
import type { Scenario, Trial } from './scenario'

const ROOMS = 500
const OPENED_AT_ONCE = 10
const EDITS_PER_SECOND = 2
const SETTLES_MS = 1_500
/** Two thousand edits a second wait for two seconds until what takes them has been compiled. */
const WARM_UP_MS = 4_000
const LASTS_MS = 3_000
const KB = 1024
const CONTENT = { cards: 4, notes: 4 }

/** Many small boards, each with two people who edit now and then. */
export const MANY_ROOMS: Scenario = {
  title: `S3, many rooms: ${ROOMS} boards, two people each, ${EDITS_PER_SECOND} edits a second each`,
  columns: ['contour', 'y-websocket', 'hocuspocus', 'tldraw'],
  figures: [
    { id: 'room', name: 'memory of a room, by what the process got', unit: 'KB', bar: 150 },
    { id: 'held', name: 'memory of a room, by what the process holds', unit: 'KB' },
    { id: 'p95', name: 'to another p95', unit: 'ms' },
    { id: 'ack', name: 'to ack p95', unit: 'ms' },
    { id: 'cpu', name: 'server', unit: '% of a core' },
  ],
  async run(trial) {
    const first = await openPair(trial, 0)
    await pause(SETTLES_MS)
    const before = await trial.server.memory()
    const pairs = [first]
    for (let at = 1; at < ROOMS; at += OPENED_AT_ONCE) {
      const names = Array.from({ length: Math.min(OPENED_AT_ONCE, ROOMS - at) }, (_, more) => at + more)
      pairs.push(...(await Promise.all(names.map((name) => openPair(trial, name)))))
    }
    const people = pairs.flat()
    const times = new FrameTimes()
    pairs.forEach(([writer, reader], room) => {
      const [fromWriter, fromReader] = [times.listener(reader), times.listener(writer)]
      reader.hearing.onCard = (card, frame) => (card === 0 ? fromWriter(2 * room, frame) : undefined)
      writer.hearing.onCard = (card, frame) => (card === 1 ? fromReader(2 * room + 1, frame) : undefined)
    })
    const loop = startLoop(people.length, EDITS_PER_SECOND, (person, frame) => {
      times.sent(person, frame)
      people[person]?.move(person % 2, frame)
    })
    await pause(WARM_UP_MS)
    times.receiptMs.length = 0
    const facts = await measure(trial, people, LASTS_MS)
    loop.stop()
    const after = await trial.server.memory()
    for (const person of people) person.stop()
    const perRoom = (bytes: number): number => bytes / (ROOMS - 1) / KB
    return {
      ...facts,
      p95: quantile(times.receiptMs, 0.95),
      room: perRoom(after.resident - before.resident),
      held: perRoom(after.held - before.held),
    }
  },
}

async function openPair({ contestant, server }: Trial, name: number): Promise<[Participant, Participant]> {
  const room = await contestant.room(server, `small-${name}`)
  const first = (await room.seat(0)).open({ takes: 'everything', brings: CONTENT })
  await until('the first is there', () => hasBoard(first) && first.acked >= first.sent - 1, 30_000)
  const second = (await room.seat(1)).open({ takes: 'everything' })
  await until('the second is there', () => hasBoard(second), 30_000)
  return [first, second]
}
