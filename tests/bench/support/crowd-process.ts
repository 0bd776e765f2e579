import { WebSocket } from 'ws'
import { until } from '../../support/until'
import { joinAs } from './bench-board'
import type { CrowdFacts, CrowdOrder } from './crowd-orders'
import { cardsOf, CrowdPerson } from './crowd-person'
import { startOwnMeter } from './own-meter'
import { PacedLoop } from './paced-loop'
import { pause } from './pause'
import { RawClient } from './raw-client'
import { Receipts } from './receipts'
import { contourWire } from './wire'

// The load, in a process of its own, so that it shares no event loop with what it measures.

const DRAGS_PER_SECOND = 30
const CURSORS_PER_SECOND = 12
const OBSERVERS = 3
const ECHO_BYTES = 60

let people: CrowdPerson[] = []
let receipts: Receipts[] = []
let loops: PacedLoop[] = []

process.on('message', (order: CrowdOrder) => {
  obey(order).then(
    (facts) => process.send?.({ facts }),
    (problem: unknown) => process.send?.({ problem: String(problem) }),
  )
})

async function obey(order: CrowdOrder): Promise<CrowdFacts | null> {
  switch (order.do) {
    case 'join':
      await join(order)
      return null
    case 'drag':
      drag(order)
      return null
    case 'rest':
      rest()
      return null
    case 'measure':
      return measure(order.lastsMs)
    case 'echo':
      return echo(order)
  }
}

async function join(order: Extract<CrowdOrder, { do: 'join' }>): Promise<void> {
  const { origin, boardId, secret } = order
  const clients: RawClient[] = []
  for (let at = 0; at < order.people; at++) {
    const cookie = await joinAs(origin, secret, `Person ${at}`)
    const takes = at < OBSERVERS ? 'everything' : 'until-synced'
    clients.push(new RawClient({ wire: contourWire(origin, boardId, cookie), takes }))
  }
  await until('everybody is on the board', () => clients.every(({ isSynced }) => isSynced), 30_000)
  const [first] = clients
  const cards = first ? cardsOf(first.board) : []
  people = clients.flatMap((client, at) => {
    const card = cards[at]
    return card ? [new CrowdPerson(client, card)] : []
  })
  if (people.length < order.people) throw new Error('There are fewer cards than people.')
  receipts = people.slice(0, OBSERVERS).map((observer) => new Receipts(observer, people))
  for (const person of people) person.showCursor()
}

function drag({ way, cursors }: Extract<CrowdOrder, { do: 'drag' }>): void {
  const move = (person: number): void =>
    way === 'lane' ? people[person]?.moveOnLane() : people[person]?.moveInDocument()
  const count = people.length
  loops.push(new PacedLoop({ people: count, perSecond: DRAGS_PER_SECOND, run: move }))
  const point = (person: number): void => people[person]?.showCursor()
  if (cursors) loops.push(new PacedLoop({ people: count, perSecond: CURSORS_PER_SECOND, run: point }))
  for (const loop of loops) loop.start()
}

function rest(): void {
  for (const loop of loops) loop.stop()
  loops = []
  for (const person of people) person.letGo()
}

async function measure(lastsMs: number): Promise<CrowdFacts> {
  for (const one of receipts) one.receiptMs.length = 0
  for (const { client } of people) client.ackMs.length = 0
  const sentBefore = people.map(({ sentAt }) => sentAt.length)
  const bytesBefore = people.map(({ client }) => client.receivedBytes)
  const meter = startMeter()
  await pause(lastsMs)
  const { seconds, ...load } = meter()
  return {
    ...load,
    receiptMs: receipts.flatMap(({ receiptMs }) => receiptMs),
    ackMs: people.flatMap(({ client }) => client.ackMs),
    bytesPerSecond: people.map(({ client }, at) => (client.receivedBytes - (bytesBefore[at] ?? 0)) / seconds),
    sentPerSecond:
      people.reduce((total, { sentAt }, at) => total + sentAt.length - (sentBefore[at] ?? 0), 0) / seconds,
    lost: people.filter(({ client }) => client.closedWith !== null).length,
  }
}

/** Starts counting what this process itself costs; the answer says what came of it. */
function startMeter(): () => Pick<CrowdFacts, 'cpuShare' | 'latenessMs'> & { seconds: number } {
  const meter = startOwnMeter()
  for (const loop of loops) loop.latenessMs = []
  return () => ({ ...meter(), latenessMs: loops.flatMap((loop) => loop.latenessMs) })
}

async function echo(order: Extract<CrowdOrder, { do: 'echo' }>): Promise<CrowdFacts> {
  const roundTripMs: number[] = []
  const sockets = Array.from({ length: order.people }, () => {
    const socket = new WebSocket(`ws://127.0.0.1:${order.port}/echo`, { perMessageDeflate: false })
    socket.on('message', (data: Buffer) => roundTripMs.push(performance.now() - data.readDoubleLE(0)))
    return socket
  })
  await until('the echo answers', () => sockets.every(({ readyState }) => readyState === WebSocket.OPEN))
  const run = (person: number): void => {
    const frame = Buffer.alloc(ECHO_BYTES)
    frame.writeDoubleLE(performance.now())
    sockets[person]?.send(frame)
  }
  const loop = new PacedLoop({ people: order.people, perSecond: DRAGS_PER_SECOND, run })
  loops = [loop]
  loop.start()
  const meter = startMeter()
  await pause(order.lastsMs)
  const { seconds, ...load } = meter()
  rest()
  for (const socket of sockets) socket.terminate()
  const sentPerSecond = roundTripMs.length / seconds
  return { ...load, receiptMs: roundTripMs, ackMs: [], bytesPerSecond: [], sentPerSecond, lost: 0 }
}
