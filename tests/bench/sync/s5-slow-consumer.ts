import { until } from '../../support/until'
import { LIMITS } from '@/lib/sync/limits'
import { quantile } from '../support/figure'
import { pause } from '../support/pause'
import { fillRoom, FrameTimes, hasBoard, measure, startLoop } from './crowd'
import type { Participant } from './participant'
import type { Scenario } from './scenario'

const WRITERS = 10
const WRITES_PER_SECOND = 13
const CHARACTERS = 18_000
const WARM_UP_MS = 1_500
const CALM_MS = 1_500
const STALLED_MS = 7_000
const CAUGHT_UP_WITHIN_MS = 30_000
const MB = 1024 * 1024
const MISSED_MB = Math.round((WRITERS * WRITES_PER_SECOND * CHARACTERS * STALLED_MS) / 1_000 / MB)

/** Somebody whose line takes nothing any more while the others go on. */
export const SLOW_CONSUMER: Scenario = {
  title: `S5, slow consumer: one reader stalls while ${MISSED_MB} MB pass, then goes on`,
  columns: ['contour', 'y-websocket', 'hocuspocus', 'tldraw'],
  figures: [
    {
      id: 'growth',
      name: 'memory held for it',
      unit: 'MB',
      bar: (2 * LIMITS.BUFFERED_CUTOFF_BYTES) / MB,
    },
    { id: 'catch-up', name: 'until it has the newest', unit: 'ms' },
    { id: 'calm', name: 'others before: to another p95', unit: 'ms', isCondition: true },
    { id: 'others', name: 'others meanwhile: to another p95', unit: 'ms' },
  ],
  async run(trial) {
    const room = await trial.contestant.room(trial.server, 'slow')
    const keeper = await fillRoom(room, { cards: 1, notes: WRITERS })
    const people: Participant[] = []
    for (let person = 0; person < WRITERS + 2; person++) {
      const isWriter = person >= 2
      people.push((await room.seat(person)).open({ takes: isWriter ? 'until-synced' : 'everything' }))
    }
    const [observer, slow, ...writers] = people
    if (!observer || !slow) throw new Error('Nobody came.')
    await until('everybody is there', () => people.every(hasBoard), CAUGHT_UP_WITHIN_MS)
    keeper.stop()
    const times = new FrameTimes()
    const listener = times.listener(observer)
    observer.hearing.onNote = (note, mark) => listener(note, Number(mark))
    const written = new Array<number>(WRITERS).fill(0)
    const caught = new Array<number>(WRITERS).fill(0)
    slow.hearing.onNote = (note, mark) => (caught[note] = Number(mark))
    const loop = startLoop(WRITERS, WRITES_PER_SECOND, (writer, count) => {
      times.sent(writer, count)
      written[writer] = count
      writers[writer]?.write(writer, String(count), CHARACTERS)
    })
    await pause(WARM_UP_MS)
    times.receiptMs.length = 0
    await pause(CALM_MS)
    const calm = quantile(times.receiptMs, 0.95)
    const before = await trial.server.memory()
    slow.pause()
    times.receiptMs.length = 0
    const facts = await measure(trial, people, STALLED_MS)
    const others = quantile(times.receiptMs, 0.95)
    const after = await trial.server.memory()
    const wanted = [...written]
    const resumedAt = performance.now()
    slow.resume()
    const hasNewest = (): boolean => wanted.every((count, note) => (caught[note] ?? 0) >= count)
    await until('the slow one has caught up', hasNewest, CAUGHT_UP_WITHIN_MS)
    const catchUp = performance.now() - resumedAt
    loop.stop()
    for (const person of people) person.stop()
    return {
      load: facts['load'] ?? null,
      calm,
      others,
      'catch-up': catchUp,
      growth: Math.max(0, after.held - before.held) / MB,
    }
  },
}
