import { until } from '../../support/until'
import { quantile } from '../support/figure'
import { startOwnMeter } from '../support/own-meter'
import { PacedLoop } from '../support/paced-loop'
import { pause } from '../support/pause'
import type { Content } from './content'
import type { BenchRoom, Participant } from './participant'
import type { Facts, Trial } from './scenario'

const FILLED_WITHIN_MS = 30_000
const BITS = 8 / 1_000_000

interface CrowdOrder {
  readonly people: number
  /** The first ones keep up with the board. */
  readonly observers: number
  readonly content: Content
}

/** Fills a new board and brings so many people to it. */
export async function joinCrowd(
  room: BenchRoom,
  { people, observers, content }: CrowdOrder,
): Promise<Participant[]> {
  const keeper = await fillRoom(room, content)
  const all: Participant[] = []
  for (let person = 0; person < people; person++) {
    const seat = await room.seat(person)
    all.push(seat.open({ takes: person < observers ? 'everything' : 'until-synced' }))
  }
  await until('everybody is on the board', () => all.every(hasBoard), FILLED_WITHIN_MS)
  keeper.stop()
  return all
}

/**
 * Puts the content on a new board; done when the server has it. Answers with somebody who stays, to be sent away once
 * others came: an empty room is put away, and not every peer lets people in meanwhile.
 */
export async function fillRoom(room: BenchRoom, content: Content): Promise<Participant> {
  const first = (await room.seat(999)).open({ takes: 'everything', brings: content })
  const isTaken = (): boolean => first.isSynced && hasBoard(first) && first.acked >= first.sent - 1
  await until('the content is taken', isTaken, FILLED_WITHIN_MS)
  const second = (await room.seat(998)).open({ takes: 'everything' })
  await until('the content is told', () => hasBoard(second), FILLED_WITHIN_MS)
  first.stop()
  return second
}

/** Whether this person has the content: a server may say that all is told before it has read its disk. */
export function hasBoard(participant: Participant): boolean {
  return participant.isSynced && participant.frameOf(0) >= 0
}

/** When each numbered frame of each card was sent, and how long it took to observers. */
export class FrameTimes {
  readonly receiptMs: number[] = []
  readonly #sentAt: number[][] = []

  sent(card: number, frame: number): void {
    const frames = (this.#sentAt[card] ??= [])
    frames[frame] = performance.now()
  }

  /** Makes a listener for one observer. A frame that a later one replaced arrives with it. */
  listener(observer: Participant): (card: number, frame: number) => void {
    const seen = new Map<number, number>()
    return (card, frame) => {
      const frames = this.#sentAt[card]
      if (!frames || !(frame < frames.length)) return
      for (let at = (seen.get(card) ?? frame - 1) + 1; at <= frame; at++) {
        const sentAt = frames[at]
        if (sentAt !== undefined) this.receiptMs.push(observer.arrivedAt - sentAt)
      }
      seen.set(card, frame)
    }
  }
}

/** Has everybody do something at a steady rate, each with their own count of it. */
export function startLoop(
  people: number,
  perSecond: number,
  run: (person: number, count: number) => void,
): PacedLoop {
  const counts = new Array<number>(people).fill(0)
  const loop = new PacedLoop({
    people,
    perSecond,
    run(person) {
      counts[person] = (counts[person] ?? 0) + 1
      run(person, counts[person])
    },
  })
  loop.start()
  return loop
}

/** Lets what is going on go on for so long, and says what it cost. */
export async function measure(trial: Trial, people: readonly Participant[], lastsMs: number): Promise<Facts> {
  for (const { ackMs } of people) ackMs.length = 0
  const bytesBefore = people.map(({ receivedBytes }) => receivedBytes)
  const [own, server] = [startOwnMeter(), trial.server.startCpuMeter()]
  await pause(lastsMs)
  const { seconds, cpuShare } = own()
  const serverShare = server()
  const rates = people.map(({ receivedBytes }, at) => (receivedBytes - (bytesBefore[at] ?? 0)) / seconds)
  const lost = people.filter(({ closedWith }) => closedWith !== null).length
  if (lost > 0) throw new Error(`${lost} connections were lost:\n${trial.server.output()}`)
  return {
    rate: Math.max(...rates) * BITS,
    cpu: serverShare === null ? null : serverShare * 100,
    load: cpuShare * 100,
    ack:
      trial.contestant.ack === null
        ? null
        : quantile(
            people.flatMap(({ ackMs }) => ackMs),
            0.95,
          ),
  }
}

/** The same facts under names that begin with this. */
export function prefixed(prefix: string, facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([id, value]) => [`${prefix}${id}`, value]))
}
