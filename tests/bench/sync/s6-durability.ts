import { SeededRandom } from '../../support/seeded-random'
import { until } from '../../support/until'
import { startOwnMeter } from '../support/own-meter'
import { pause } from '../support/pause'
import { fillRoom, hasBoard, startLoop } from './crowd'
import type { BenchRoom, Participant } from './participant'
import type { Scenario, Trial } from './scenario'

const KILLS = 7
const WRITERS = 10
const EDITS_PER_SECOND = 30
const SHORTEST_MS = 200
const LONGEST_MS = 900
/** A server may read its disk after it said that all is told. */
const LOOK_AGAIN_MS = 300
const WITHIN_MS = 20_000

/** The process is killed at moments nobody chose, while people edit. */
export const DURABILITY: Scenario = {
  title: `S6, durability: killed ${KILLS} times while ${WRITERS} people edit at ${EDITS_PER_SECOND} Hz`,
  columns: ['contour', 'y-websocket', 'hocuspocus', 'tldraw', 'tldraw-sqlite'],
  figures: [
    { id: 'acked', name: 'called safe, then gone', unit: 'edits', bar: 0 },
    { id: 'seen', name: 'seen by another, then gone', unit: 'edits', bar: 0 },
    { id: 'serves', name: 'until it serves again, with its start', unit: 'ms' },
  ],
  async run(trial) {
    const { contestant, server, seed } = trial
    const room = await contestant.room(server, 'durable')
    const keeper = await fillRoom(room, { cards: WRITERS, notes: 0 })
    await pause(contestant.settlesMs ?? 0)
    keeper.stop()
    const random = new SeededRandom(seed)
    const meter = startOwnMeter()
    const frames = new Array<number>(WRITERS).fill(0)
    const lost = { acked: 0, seen: 0 }
    const serves: number[] = []
    for (let kill = 0; kill < KILLS; kill++) {
      const lastsMs = SHORTEST_MS + random.below(LONGEST_MS - SHORTEST_MS)
      const promised = await editUntilKilled(trial, room, { frames, lastsMs })
      const killedAt = performance.now()
      await server.restart()
      const reader = (await room.seat(WRITERS + 1)).open({ takes: 'everything' })
      await until('it serves again', () => hasBoard(reader), WITHIN_MS)
      serves.push(performance.now() - killedAt)
      await pause(LOOK_AGAIN_MS)
      for (let card = 0; card < WRITERS; card++) {
        lost.acked += Math.max(0, (promised.acked[card] ?? 0) - reader.frameOf(card))
        lost.seen += Math.max(0, (promised.seen[card] ?? 0) - reader.frameOf(card))
      }
      reader.stop()
    }
    const median = [...serves].sort((one, other) => one - other)[Math.floor(KILLS / 2)] ?? null
    const acked = contestant.ack === null ? null : lost.acked
    return { acked, seen: lost.seen, serves: median, load: meter().cpuShare * 100 }
  },
}

/** The last frame of each card that was called safe, and that somebody else saw. */
interface Promised {
  readonly acked: readonly number[]
  readonly seen: readonly number[]
}

async function editUntilKilled(
  { server }: Trial,
  room: BenchRoom,
  { frames, lastsMs }: { frames: number[]; lastsMs: number },
): Promise<Promised> {
  const people: Participant[] = []
  for (let person = 0; person <= WRITERS; person++)
    people.push((await room.seat(person)).open({ takes: 'everything' }))
  await until('everybody is there', () => people.every(hasBoard), WITHIN_MS)
  const observer = people[WRITERS]
  const before = [...frames]
  const seen = before.map((_, card) => observer?.frameOf(card) ?? 0)
  if (observer) observer.hearing.onCard = (card, frame) => (seen[card] = frame)
  const loop = startLoop(WRITERS, EDITS_PER_SECOND, (card) => {
    frames[card] = (frames[card] ?? 0) + 1
    people[card]?.move(card, frames[card])
  })
  await pause(lastsMs)
  await server.kill()
  loop.stop()
  const acked = before.map((frame, card) => frame + (people[card]?.acked ?? 0))
  for (const person of people) person.stop()
  return { acked, seen }
}
