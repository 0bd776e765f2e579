import { quantile } from '../support/figure'
import { pause } from '../support/pause'
import { FrameTimes, joinCrowd, measure, prefixed, startLoop } from './crowd'
import type { Facts, FigureKind, Scenario, Trial } from './scenario'

const SIZES = [50, 100] as const
const CARDS = 200
const OBSERVERS = 3
const FRAMES_PER_SECOND = 30
const WARM_UP_MS = 1_500
const LASTS_MS = 2_500

/** A full board on which everybody drags a card of their own. */
export const HOT_ROOM: Scenario = {
  title: 'S1, hot room: everybody drags a card at 30 Hz',
  columns: [
    'contour-product',
    'contour',
    'y-websocket',
    'y-websocket-memory',
    'hocuspocus',
    'tldraw',
    'tldraw-sqlite',
  ],
  figures: SIZES.flatMap(figuresOf),
  async run(trial) {
    const all: Facts[] = []
    for (const people of SIZES) all.push(prefixed(`${people}-`, await runSize(trial, people)))
    const load = Math.max(...all.map((facts, at) => facts[`${SIZES[at]}-load`] ?? 0))
    return { ...Object.assign({}, ...all), load } as Facts
  },
}

async function runSize(trial: Trial, size: number): Promise<Facts> {
  const { contestant, server, isProduct } = trial
  const room = await contestant.room(server, `hot-${size}`)
  const people = await joinCrowd(room, {
    people: size,
    observers: OBSERVERS,
    content: { cards: CARDS, notes: 0 },
  })
  const times = new FrameTimes()
  for (const observer of people.slice(0, OBSERVERS)) {
    const listener = times.listener(observer)
    if (isProduct) observer.hearing.onDrag = listener
    else observer.hearing.onCard = listener
  }
  const loop = startLoop(size, FRAMES_PER_SECOND, (person, frame) => {
    times.sent(person, frame)
    if (isProduct) people[person]?.drag(person, frame)
    else people[person]?.move(person, frame)
  })
  await pause(WARM_UP_MS)
  times.receiptMs.length = 0
  const facts = await measure(trial, people, LASTS_MS)
  loop.stop()
  for (const person of people) person.stop()
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(times.receiptMs, share))
  return {
    ...facts,
    ...(isProduct ? { ack: null } : {}),
    p50: p50 ?? null,
    p95: p95 ?? null,
    p99: p99 ?? null,
  }
}

function figuresOf(people: (typeof SIZES)[number]): FigureKind[] {
  const name = (what: string): string => `${people} people: ${what}`
  return [
    { id: `${people}-p50`, name: name('to another p50'), unit: 'ms' },
    { id: `${people}-p95`, name: name('to another p95'), unit: 'ms', bar: people === 50 ? 50 : 150 },
    { id: `${people}-p99`, name: name('to another p99'), unit: 'ms' },
    { id: `${people}-ack`, name: name('to ack p95'), unit: 'ms', ...(people === 50 ? { bar: 100 } : {}) },
    // A server that falls behind sends less: no reason to praise it.
    { id: `${people}-rate`, name: name('what reaches each'), unit: 'Mbit/s', isCondition: true },
    { id: `${people}-cpu`, name: name('server'), unit: '% of a core' },
  ]
}
