import { startContourServer, type ContourServer } from '../support/servers/contour-server'
import { createBenchBoard, onCanvas } from './support/bench-board'
import type { CrowdFacts, DragWay } from './support/crowd-orders'
import { quantile, type Bench, type Figure } from './support/figure'
import { pause } from './support/pause'
import { startCpuMeter } from './support/process-cpu'
import { startCrowd, startEcho } from './support/side-process'

const SETTLE_MS = 3_000
const LASTS_MS = 10_000
/** Above this share of a core the load process would measure itself. */
const MOST_LOAD = 0.8
/** Later than one frame of the drag, the people are no longer dragging at 30 Hz. */
const MOST_LATENESS_MS = 33
const BITS = 8 / 1_000_000

interface Point {
  readonly people: number
  readonly way: DragWay
  readonly cursors: boolean
}

/** A full room dragging at 30 Hz: how long an edit takes to another person and to the disk, and what it costs. */
export const measureRoom: Bench = async ({ say }) => {
  const server = await startContourServer()
  try {
    const figures: Figure[] = []
    for (const people of [50, 100]) {
      say(`${people} people, every frame in the document`)
      const echo = await measureEcho(people)
      const facts = await measurePoint(server, { people, way: 'document', cursors: false })
      figures.push(...durableFigures(people, facts, echo))
    }
    say('50 people, drags shown but not written')
    const lane = await measurePoint(server, { people: 50, way: 'lane', cursors: false })
    const withCursors = await measurePoint(server, { people: 50, way: 'lane', cursors: true })
    return [...figures, ...laneFigures(lane, withCursors)]
  } finally {
    await server.stop()
  }
}

interface PointFacts extends CrowdFacts {
  readonly serverCpu: number | null
}

async function measurePoint(server: ContourServer, { people, way, cursors }: Point): Promise<PointFacts> {
  const board = await createBenchBoard(server.origin, people, (at) =>
    onCanvas((at % 10) * 260, Math.floor(at / 10) * 120),
  )
  const crowd = startCrowd()
  try {
    const { id: boardId, secret } = board
    await crowd.order({ do: 'join', origin: server.origin, boardId, secret, people })
    await crowd.order({ do: 'drag', way, cursors })
    await pause(SETTLE_MS)
    const cpu = startCpuMeter('server/main.ts')
    const facts = await crowd.order({ do: 'measure', lastsMs: LASTS_MS })
    const serverCpu = cpu()
    await crowd.order({ do: 'rest' })
    return { ...facts, serverCpu }
  } finally {
    crowd.stop()
  }
}

async function measureEcho(people: number): Promise<CrowdFacts> {
  const echo = await startEcho()
  const crowd = startCrowd()
  try {
    return await crowd.order({ do: 'echo', port: echo.port, people, lastsMs: SETTLE_MS })
  } finally {
    crowd.stop()
    echo.stop()
  }
}

function durableFigures(people: number, facts: PointFacts, echo: CrowdFacts): Figure[] {
  const named = { people, facts }
  const receipt = { floor: quantile(echo.receiptMs, 0.5), p95Floor: quantile(echo.receiptMs, 0.95) }
  return [
    figure(named, 'edit to another p50', {
      value: quantile(facts.receiptMs, 0.5),
      unit: 'ms',
      baseline: receipt.floor,
    }),
    figure(named, 'edit to another p95', {
      value: quantile(facts.receiptMs, 0.95),
      unit: 'ms',
      budget: people > 50 ? 150 : 50,
      baseline: receipt.p95Floor,
    }),
    figure(named, 'edit to ack p95', {
      value: quantile(facts.ackMs, 0.95),
      unit: 'ms',
      ...(people > 50 ? {} : { budget: 100 }),
      baseline: receipt.p95Floor,
    }),
    ...costs(named),
  ]
}

function laneFigures(lane: PointFacts, withCursors: PointFacts): Figure[] {
  const plain = { people: 50, facts: lane }
  const full = { people: 50, facts: withCursors }
  return [
    figure(plain, 'lane alone, to each', {
      value: Math.max(...lane.bytesPerSecond) * BITS,
      unit: 'Mbit/s',
    }),
    figure(full, 'lane and cursors, to each', {
      value: Math.max(...withCursors.bytesPerSecond) * BITS,
      unit: 'Mbit/s',
      budget: 0.5,
    }),
    ...costs(full, 'lane and cursors: '),
  ]
}

function costs(named: { people: number; facts: PointFacts }, prefix = ''): Figure[] {
  const { cpuShare, serverCpu, latenessMs } = named.facts
  const unit = '% of a core'
  return [
    figure(named, `${prefix}frames sent late by p95`, { value: quantile(latenessMs, 0.95), unit: 'ms' }),
    figure(named, `${prefix}load process`, { value: cpuShare * 100, unit }),
    ...(serverCpu === null ? [] : [figure(named, `${prefix}server`, { value: serverCpu * 100, unit })]),
  ]
}

function figure(
  { people, facts }: { people: number; facts: PointFacts },
  name: string,
  rest: Omit<Figure, 'name'>,
): Figure {
  const problem = whyInvalid(facts)
  return { name: `${people} people: ${name}`, ...rest, ...(problem === null ? {} : { invalid: problem }) }
}

function whyInvalid({ cpuShare, lost, latenessMs }: CrowdFacts): string | null {
  if (lost > 0) return `invalid: ${lost} connections were lost`
  if (quantile(latenessMs, 0.95) > MOST_LATENESS_MS)
    return 'invalid: the machine was busy with something else'
  return cpuShare > MOST_LOAD ? 'invalid: the load process could not keep up' : null
}
