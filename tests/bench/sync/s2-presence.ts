import { quantile } from '../support/figure'
import { pause } from '../support/pause'
import { FrameTimes, joinCrowd, measure, startLoop } from './crowd'
import type { Scenario } from './scenario'

const PEOPLE = 50
const OBSERVERS = 3
const POINTS_PER_SECOND = 12
const WARM_UP_MS = 1_000
const LASTS_MS = 2_500

/** A full board on which everybody only points, as often as the product tells of it. */
export const PRESENCE: Scenario = {
  title: `S2, presence: ${PEOPLE} people move their pointers, ${POINTS_PER_SECOND} times a second each`,
  columns: ['contour', 'y-websocket', 'hocuspocus', 'tldraw'],
  figures: [
    { id: 'p50', name: 'to another p50', unit: 'ms' },
    { id: 'p95', name: 'to another p95', unit: 'ms' },
    { id: 'rate', name: 'what reaches each', unit: 'Mbit/s' },
    { id: 'cpu', name: 'server', unit: '% of a core' },
  ],
  async run(trial) {
    const room = await trial.contestant.room(trial.server, 'presence')
    const content = { cards: PEOPLE, notes: 0 }
    const people = await joinCrowd(room, { people: PEOPLE, observers: OBSERVERS, content })
    const times = new FrameTimes()
    for (const observer of people.slice(0, OBSERVERS)) observer.hearing.onPointer = times.listener(observer)
    const loop = startLoop(PEOPLE, POINTS_PER_SECOND, (person, frame) => {
      times.sent(person, frame)
      people[person]?.point(frame)
    })
    await pause(WARM_UP_MS)
    times.receiptMs.length = 0
    const facts = await measure(trial, people, LASTS_MS)
    loop.stop()
    for (const person of people) person.stop()
    return { ...facts, p50: quantile(times.receiptMs, 0.5), p95: quantile(times.receiptMs, 0.95) }
  },
}
