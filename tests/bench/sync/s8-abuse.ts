import { until } from '../../support/until'
import { quantile } from '../support/figure'
import { pause } from '../support/pause'
import { FrameTimes, joinCrowd, measure, startLoop } from './crowd'
import type { Attack, BenchRoom, Participant, Seat } from './participant'
import type { Scenario } from './scenario'

const PEOPLE = 20
const CARDS = 40
const FRAMES_PER_SECOND = 30
const WARM_UP_MS = 1_000
const CALM_MS = 2_000
const ABUSE_MS = 3_000
const ATTACK_EVERY_MS = 200
const VIEWER_FRAME = 777_777
const FORGED_FRAME = 888_888
/** The cards that nobody honest touches. */
const FORGED_CARD = 0
const VIEWER_CARD = 1
const FIRST_CARD = 2
const KINDS = ['garbage', 'cut-off', 'oversize', 'flood', 'invalid-record', 'forged-pointer'] as const

/** Somebody who sends what no working client sends, from one socket after the other. */
export const ABUSE: Scenario = {
  title: `S8, abuse: garbage, cut-off and 10 MB frames, floods and forgeries beside ${PEOPLE} people who drag`,
  columns: ['contour', 'y-websocket', 'hocuspocus', 'tldraw'],
  figures: [
    {
      id: 'reached',
      name: "what reached others, of 4 (a viewer's write, a bad record, a forged pointer, garbage)",
      unit: '',
      bar: 0,
    },
    { id: 'cut', name: 'honest people cut off', unit: '', bar: 0 },
    { id: 'calm', name: 'others before: to another p95', unit: 'ms', isCondition: true },
    { id: 'others', name: 'others meanwhile: to another p95', unit: 'ms' },
    { id: 'slower', name: 'meanwhile to before', unit: 'times', bar: 2 },
    { id: 'memory', name: 'memory held, after to before', unit: 'times', bar: 2 },
  ],
  async run(trial) {
    const room = await trial.contestant.room(trial.server, 'abuse')
    const people = await joinCrowd(room, {
      people: PEOPLE,
      observers: 2,
      content: { cards: CARDS, notes: 0 },
    })
    const [observer, victim] = people
    if (!observer || !victim) throw new Error('Nobody came.')
    const times = new FrameTimes()
    const reached = watchForgeries(observer, times.listener(observer))
    const loop = startLoop(PEOPLE, FRAMES_PER_SECOND, (person, frame) => {
      times.sent(FIRST_CARD + person, frame)
      people[person]?.move(FIRST_CARD + person, frame)
      if (person === 1 && frame % 10 === 0) victim.point(frame)
    })
    await pause(WARM_UP_MS)
    times.receiptMs.length = 0
    await pause(CALM_MS)
    const calm = quantile(times.receiptMs, 0.95)
    const before = await trial.server.memory()
    const stop = await startAttacks(room, victim)
    times.receiptMs.length = 0
    const facts = await measure(trial, [], ABUSE_MS)
    const others = quantile(times.receiptMs, 0.95)
    stop()
    loop.stop()
    const cut = people.filter(({ closedWith }) => closedWith !== null).length
    const after = trial.server.isAlive() ? await trial.server.memory() : before
    for (const person of people) person.stop()
    return {
      reached: reached.size + (observer.unreadable > 0 ? 1 : 0),
      cut,
      calm,
      others,
      slower: others / calm,
      memory: after.held / before.held,
      load: facts['load'] ?? null,
    }
  },
}

function watchForgeries(
  observer: Participant,
  onCard: (card: number, frame: number) => void,
): ReadonlySet<string> {
  const reached = new Set<string>()
  observer.hearing.onCard = (card, frame) => {
    if (card === VIEWER_CARD && frame === VIEWER_FRAME) reached.add('viewer')
    if (card === FORGED_CARD && !(frame >= 0 && frame < Infinity)) reached.add('record')
    if (card >= FIRST_CARD) onCard(card, frame)
  }
  observer.hearing.onPointer = (_person, frame) => {
    if (frame === FORGED_FRAME) reached.add('pointer')
  }
  return reached
}

/** Each kind of attack from a seat of its own, which comes back as often as it is let. */
async function startAttacks(room: BenchRoom, victim: Participant): Promise<() => void> {
  const viewer = (await room.seat(200, 'viewer')).open({ takes: 'everything' })
  await until('the viewer is there', () => viewer.isSynced)
  const seats: { seat: Seat; kind: (typeof KINDS)[number]; open: Participant }[] = []
  for (const [at, kind] of KINDS.entries()) {
    const seat = await room.seat(300 + at)
    const open = seat.open({ takes: 'everything' })
    await until('the attacker is there', () => open.isSynced)
    seats.push({ seat, kind, open })
  }
  const timer = setInterval(() => {
    viewer.move(VIEWER_CARD, VIEWER_FRAME)
    for (const one of seats) {
      if (one.open.closedWith !== null) one.open = reopen(one.seat, one.open)
      else if (one.open.isSynced) one.open.attack(toAttack(one.kind, victim))
    }
  }, ATTACK_EVERY_MS)
  return () => {
    clearInterval(timer)
    for (const { open } of [...seats, { open: viewer }]) open.stop()
  }
}

function reopen(seat: Seat, gone: Participant): Participant {
  gone.stop()
  return seat.open({ takes: 'everything' })
}

function toAttack(kind: (typeof KINDS)[number], victim: Participant): Attack {
  return kind === 'forged-pointer' ? { kind, victim, frame: FORGED_FRAME } : { kind }
}
