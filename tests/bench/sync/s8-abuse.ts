import { until } from '../../support/until'
import { quantile } from '../support/figure'
import { pause } from '../support/pause'
import { Attackers } from './attackers'
import { FrameTimes, joinCrowd, measure, startLoop } from './crowd'
import { CYCLE, FLOOD_FRAMES, forgeriesIn, FORGED_FRAME } from './forgery'
import type { BenchRoom, Participant } from './participant'
import type { Scenario, Trial } from './scenario'

const PEOPLE = 20
const CARDS = 40
const FRAMES_PER_SECOND = 30
const WARM_UP_MS = 1_500
const REHEARSAL_MS = 2_000
const CALM_MS = 2_500
const SETTLES_MS = 1_000
const ABUSE_MS = 10_000
/** Fewer, and the attack was hardly there. */
const MADE_AT_LEAST = 4
const VICTIM = 1
const VIEWER_EVERY_MS = 200
const VIEWER_FRAME = 777_777
/** The cards that nobody honest touches. */
const FORGED_CARD = 0
const VIEWER_CARD = 1
const FIRST_CARD = 2

/** People who send what no working client sends, from one socket after the other. */
export const ABUSE: Scenario = {
  title: `S8, abuse: garbage, ${FLOOD_FRAMES} frames at once, forgeries and 500 sockets of one person beside ${PEOPLE} people who drag`,
  columns: ['contour', 'y-websocket', 'hocuspocus', 'tldraw'],
  figures: [
    { id: 'reached', name: 'ways of forging and breaking that reached others, of 11', unit: '', bar: 0 },
    { id: 'cut', name: 'honest people cut off', unit: '', bar: 0 },
    { id: 'calm', name: 'others before: to another p95', unit: 'ms', isCondition: true },
    { id: 'others', name: 'others meanwhile: to another p95', unit: 'ms' },
    { id: 'slower', name: 'meanwhile to before', unit: 'times', bar: 2 },
    { id: 'memory', name: 'memory held, at the end of it to before', unit: 'times', bar: 2 },
    { id: 'made', name: 'how often the rarest attack was made', unit: '', isCondition: true },
  ],
  async run(trial) {
    await rehearse(trial)
    const room = await trial.contestant.room(trial.server, 'abuse')
    const people = await joinCrowd(room, {
      people: PEOPLE,
      observers: 2,
      content: { cards: CARDS, notes: 1 },
    })
    const [observer, victim] = people
    if (!observer || !victim) throw new Error('Nobody came.')
    const times = new FrameTimes()
    const reached = watchForgeries(observer, times.listener(observer))
    const loop = startLoop(PEOPLE, FRAMES_PER_SECOND, (person, frame) => {
      times.sent(FIRST_CARD + person, frame)
      people[person]?.move(FIRST_CARD + person, frame)
      if (person === VICTIM && frame % 10 === 0) victim.point(frame)
    })
    const attackers = await Attackers.join(room, victim, () => reached.add('used-ticket'))
    const viewer = await startViewer(room)
    await pause(WARM_UP_MS)
    times.receiptMs.length = 0
    await pause(CALM_MS)
    const calm = quantile(times.receiptMs, 0.95)
    const before = await trial.server.memory()
    // What the collection held up is nobody's attack.
    await pause(SETTLES_MS)
    attackers.start()
    viewer.start()
    times.receiptMs.length = 0
    const facts = await measure(trial, [], ABUSE_MS)
    const others = quantile(times.receiptMs, 0.95)
    const cut = people.filter(({ closedWith }) => closedWith !== null).length
    const after = trial.server.isAlive() ? await trial.server.memory() : before
    viewer.stop()
    attackers.stop()
    loop.stop()
    for (const person of people) person.stop()
    if (trial.server.isAlive() && attackers.rarest() < MADE_AT_LEAST)
      throw new Error(`Not every attack was made: ${attackers.tally()}.`)
    return {
      reached: reached.size + (observer.unreadable > 0 ? 1 : 0),
      cut,
      calm,
      others,
      slower: others / calm,
      memory: after.held / before.held,
      made: attackers.rarest(),
      load: facts['load'] ?? null,
    }
  },
}

/** The same attacks on a board that nobody looks at: a server reads such for the first time with code not compiled yet. */
async function rehearse({ contestant, server }: Trial): Promise<void> {
  const room = await contestant.room(server, 'rehearsal')
  const people = await joinCrowd(room, { people: 2, observers: 1, content: { cards: CARDS, notes: 1 } })
  const [, victim] = people
  if (!victim) throw new Error('Nobody came.')
  const attackers = await Attackers.join(room, victim, () => undefined)
  attackers.start()
  await pause(REHEARSAL_MS)
  attackers.stop()
  for (const person of people) person.stop()
  if (!server.isAlive()) await server.restart()
}

function watchForgeries(observer: Participant, onCard: (card: number, frame: number) => void): Set<string> {
  const reached = new Set<string>()
  observer.hearing.onCard = (card, frame) => {
    if (card === VIEWER_CARD && frame === VIEWER_FRAME) reached.add('viewer')
    if (card === FORGED_CARD && !(frame >= 0 && frame < Infinity)) reached.add('record')
    if (card >= FIRST_CARD) onCard(card, frame)
  }
  observer.hearing.onPointer = (_person, frame) => {
    if (frame === FORGED_FRAME) reached.add('pointer')
  }
  observer.hearing.onGone = (person) => {
    if (person === VICTIM) reached.add('removal')
  }
  observer.hearing.onMessage = (bytes) => {
    for (const kind of forgeriesIn(bytes)) reached.add(kind)
    const [one, other] = CYCLE
    if (observer.parentOf(one) === other && observer.parentOf(other) === one) reached.add('cycle')
  }
  return reached
}

/** A viewer who writes all the time. */
async function startViewer(room: BenchRoom): Promise<{ start(): void; stop(): void }> {
  const viewer = (await room.seat(200, 'viewer')).open({ takes: 'everything' })
  await until('the viewer is there', () => viewer.isSynced)
  let timer: NodeJS.Timeout | undefined
  return {
    start: () => (timer = setInterval(() => viewer.move(VIEWER_CARD, VIEWER_FRAME), VIEWER_EVERY_MS)),
    stop() {
      clearInterval(timer)
      viewer.stop()
    },
  }
}
