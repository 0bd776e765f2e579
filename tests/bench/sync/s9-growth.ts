import * as Y from 'yjs'
import { copyBoard } from '@/lib/board/document/copy-board'
import { openBoardDocument } from '@/lib/board/layout'
import { SeededRandom } from '../../support/seeded-random'
import { until } from '../../support/until'
import { startOwnMeter } from '../support/own-meter'
import { pause } from '../support/pause'
import { fillRoom, hasBoard } from './crowd'
import type { BenchRoom, Participant } from './participant'
import { joinFirst } from './s4-cold-load'
import type { Scenario } from './scenario'
import { YjsParticipant } from './yjs-participant'

const PEOPLE = 20
const CARDS = 200
/** Two hours in steps of two minutes, each sent as one message. */
const STEPS = 60
const DROPS_A_STEP = 12
const LETTERS_A_STEP = 60
const FRAMES_A_DRAG = 30
const KB = 1024
const WITHIN_MS = 60_000

/** Two hours of a workshop: what is left of them in the board, and what that costs whoever comes then. */
export const GROWTH: Scenario = {
  title: `S9, growth: two hours of ${PEOPLE} people, 6 drags and 30 letters a minute each`,
  columns: ['contour-product', 'contour', 'y-websocket', 'hocuspocus', 'tldraw'],
  rounds: 1,
  figures: [
    { id: 'bytes', name: 'what a joiner gets', unit: 'KB' },
    { id: 'ratio', name: 'document to a fresh copy of it', unit: 'times', bar: 1.5 },
    { id: 'join', name: 'joins after a restart', unit: 'ms', bar: 500 },
    {
      id: 'renewed',
      name: 'the same after it was renewed: document to a fresh copy',
      unit: 'times',
      bar: 1.5,
    },
    { id: 'renewedBytes', name: 'what a joiner gets then', unit: 'KB' },
  ],
  async run({ contestant, server, isProduct, seed }) {
    const room = await contestant.room(server, 'workshop')
    const keeper = await fillRoom(room, { cards: CARDS + PEOPLE, notes: 0 })
    const people: Participant[] = []
    for (let person = 0; person < PEOPLE; person++)
      people.push((await room.seat(person)).open({ takes: 'everything' }))
    await until('everybody is there', () => people.every(hasBoard), WITHIN_MS)
    keeper.stop()
    const meter = startOwnMeter()
    const random = new SeededRandom(seed)
    for (let step = 1; step <= STEPS; step++) {
      people.forEach((one, person) => work(one, { person, step, isProduct, random }))
      const markers = people.map((_, person) => CARDS + person)
      const hasAll = (one: Participant): boolean => markers.every((card) => one.frameOf(card) >= step)
      await until('everybody has the step', () => people.every(hasAll), WITHIN_MS)
    }
    const load = meter().cpuShare * 100
    for (const person of people) person.stop()
    await pause(contestant.settlesMs ?? 0)
    await server.kill()
    await server.restart()
    const grown = await joinAlone(room)
    const measured = { bytes: grown.bytes, ratio: grown.ratio, join: grown.ms, load }
    if (!room.outdate) return { ...measured, renewed: null, renewedBytes: null }
    await server.kill()
    await room.outdate()
    await server.restart()
    const renewed = await joinAlone(room)
    return { ...measured, renewed: renewed.ratio, renewedBytes: renewed.bytes }
  },
}

async function joinAlone(room: BenchRoom): Promise<{ bytes: number; ratio: number | null; ms: number }> {
  const { participant, receivedBytes, ms } = await joinFirst(room)
  const ratio = growthOf(participant)
  participant.stop()
  return { bytes: receivedBytes / KB, ratio, ms }
}

interface Step {
  readonly person: number
  readonly step: number
  readonly isProduct: boolean
  readonly random: SeededRandom
}

/** What one person does in a step; the last frame of it is their marker, by which the others know they have it all. */
function work(one: Participant, { person, step, isProduct, random }: Step): void {
  const frames: [number, number][] = []
  for (let drop = 0; drop < DROPS_A_STEP; drop++) {
    const card = 1 + random.below(CARDS - 1)
    const count = isProduct ? 1 : FRAMES_A_DRAG
    for (let frame = 0; frame < count; frame++) frames.push([card, 1 + random.below(5_000)])
  }
  frames.push([CARDS + person, step])
  const text = 'words typed in a workshop '.repeat(3).slice(0, LETTERS_A_STEP)
  one.work(frames, { card: 1 + random.below(CARDS - 1), text })
}

/** How much larger the document is than the same content without its past; null where a server keeps no past. */
function growthOf(participant: Participant): number | null {
  if (!(participant instanceof YjsParticipant)) return null
  const { board } = participant.client
  const fresh = openBoardDocument(new Y.Doc())
  copyBoard(board, fresh, { epoch: 2, now: Date.now(), renameAsset: (src) => src })
  return Y.encodeStateAsUpdate(board.doc).length / Y.encodeStateAsUpdate(fresh.doc).length
}
