import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { keysBetween } from '@/lib/board/fractional-index'
import {
  openBoardDocument,
  placementKey,
  type BoardDocument,
  type BoardRecord,
  type UnitMap,
} from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords } from '@/lib/board/operations/records'
import type { BoardId, InstanceId, PersonId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { createSqliteBoardStorage } from '@/server/storage/sqlite/sqlite-board-storage'
import { createGuard } from '@/server/sync/guard/create-guard'
import { authorOf, geoRecord, initiativeId, NOW, seededBoard } from '../support/boards/board-builders'
import { quantile, type Bench, type Figure } from './support/figure'

const RECORDS = 5_000
const WRITERS = 50
const TICKS = 80
/** The first ticks run before the code is compiled. */
const WARM_UP_TICKS = 20
const SECOND_MS = 1_000
const UPDATE_BYTES = 120
const STROKE_POINTS = 500
const COLOURS = ['black', 'blue', 'red']
/** A third of a tick, however much stands on the board. */
const FULLEST_BUDGET_MS = 5

type Change = (record: UnitMap, tick: number, at: number) => void
const APPENDS_LAST_MS = 2_000

/** What the guard adds to a tick, and how fast the storage makes ticks durable. */
export const measureGuard: Bench = async ({ say }) => {
  say(`${WRITERS} updates in one tick on ${RECORDS} records`)
  const moves = measureTicks('tick of 50 moves', (record, tick, at) =>
    record.set('place', ['page:page', tick, at, 0]),
  )
  const recolours = measureTicks('tick of 50 drawings recoloured', (record, tick) =>
    record.set('props.color', COLOURS[tick % COLOURS.length]),
  )
  say('One shape put elsewhere in the order, on the fullest board')
  const fullest = measureFullest()
  say('Durable appends')
  return [...moves, ...recolours, fullest, ...(await measureAppends())]
}

/** What hangs on what is looked through, among as many shapes and cards as a board may hold. */
function measureFullest(): Figure {
  const base = seededBoard(1_000)
  const [template] = [...base.instances.values()]
  for (let at = 1; template && at < LIMITS.TEMPLATES; at++) base.instances.set(`copy-${at}`, template.clone())
  const ids = Array.from({ length: LIMITS.INITIATIVES }, (_, at) => initiativeId(`initiative-${at}`))
  addInitiatives(
    base,
    authorOf('ada'),
    ids.map((id) => ({ id, title: id })),
  )
  const instanceIds = [...base.instances.keys()] as InstanceId[]
  const keys = ids.flatMap((id) => instanceIds.map((instanceId) => placementKey(id, instanceId)))
  setPlacements(
    base,
    authorOf('ada'),
    keys.map((key) => ({ key, placement: { target: 'frame', dx: 0, dy: 0 } })),
  )
  const indices = keysBetween('a1', null, LIMITS.RECORDS - base.records.size)
  createRecords(
    base,
    authorOf('ada'),
    indices.map((index, at) => geoRecord(`shape:${at}`, { index })),
  )
  const guard = createGuard({ boardId: 'bench' as BoardId, board: base, clientIds: new Map() })
  const writer = boardFrom(Y.encodeStateAsUpdate(base.doc), 5_000)
  const out: Uint8Array[] = []
  writer.doc.on('update', (update: Uint8Array) => out.push(update))
  const lastedMs = Array.from({ length: TICKS }, (_, tick) => {
    const [index] = keysBetween(indices[2 * tick] ?? 'a1', indices[2 * tick + 1] ?? null, 1)
    writer.records.get('shape:9000')?.set('index', index)
    return timed(() => guard.runTick(out.splice(0).map(toQueued), NOW))
  })
  const value = quantile(lastedMs.slice(WARM_UP_TICKS), 0.5)
  return {
    name: 'tick of one shape reordered on the fullest board',
    value,
    unit: 'ms',
    budget: FULLEST_BUDGET_MS,
  }
}

function measureTicks(name: string, change: Change): Figure[] {
  const base = seededBoard(1_000)
  const indices = keysBetween('a1', null, RECORDS)
  createRecords(
    base,
    authorOf('ada'),
    indices.map((index, at) => drawing(`shape:${at}`, index, at % 100 === 0 ? STROKE_POINTS : 2)),
  )
  const state = Y.encodeStateAsUpdate(base.doc)
  const [plain, guarded] = [boardFrom(state), boardFrom(state)]
  const guard = createGuard({ boardId: 'bench' as BoardId, board: guarded, clientIds: new Map() })
  // Without a listener, Yjs would not even encode what a tick did.
  plain.doc.on('update', () => undefined)
  const plainMs: number[] = []
  const guardMs: number[] = []
  for (const updates of makeTicks(state, change)) {
    plainMs.push(timed(() => applyPlainly(plain, updates)))
    guardMs.push(
      timed(() => {
        const outcome = guard.runTick(updates.map(toQueued), NOW)
        if ([...outcome.senders.values()].some(({ taken }) => taken !== 1))
          throw new Error('An edit was refused.')
      }),
    )
  }
  const [without, withGuard] = [plainMs, guardMs].map((all) => quantile(all.slice(WARM_UP_TICKS), 0.5))
  return [
    { name, value: withGuard ?? 0, unit: 'ms', baseline: without ?? 0 },
    { name: `${name}, cost of the guard`, value: (withGuard ?? 0) / (without ?? 1), unit: 'times' },
  ]
}

/** Each writer changes a long stroke of their own in each tick. */
function makeTicks(state: Uint8Array, change: Change): Uint8Array[][] {
  const writers = Array.from({ length: WRITERS }, (_, at) => {
    const board = boardFrom(state, 5_000 + at)
    const out: Uint8Array[] = []
    board.doc.on('update', (update: Uint8Array) => out.push(update))
    return { board, out }
  })
  return Array.from({ length: TICKS }, (_, tick) =>
    writers.flatMap(({ board, out }, at) => {
      const record = board.records.get(`shape:${at * 100}`)
      if (record) change(record, tick, at)
      return out.splice(0)
    }),
  )
}

function drawing(id: string, index: string, count: number): BoardRecord {
  const points = Array.from({ length: count }, (_, at) => ({ x: at, y: at % 7, z: 0.5 }))
  const flags = { isComplete: true, isClosed: false, isPen: false, scale: 1 }
  const look = { color: 'black', fill: 'none', dash: 'draw', size: 'm' }
  const props = { segments: [{ type: 'free', points }], ...look, ...flags }
  return geoRecord(id, { index, type: 'draw', props })
}

function boardFrom(state: Uint8Array, clientId?: number): BoardDocument {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  if (clientId !== undefined) doc.clientID = clientId
  return openBoardDocument(doc)
}

function applyPlainly(board: BoardDocument, updates: readonly Uint8Array[]): void {
  board.doc.transact(() => updates.forEach((update) => Y.applyUpdate(board.doc, update)))
}

function toQueued(update: Uint8Array, at: number) {
  const sender = { connectionId: at, personId: `person-${at}` as PersonId, role: 'participant' } as const
  return { kind: 'update', update, sender } as const
}

function timed(run: () => void): number {
  const startedAt = performance.now()
  run()
  return performance.now() - startedAt
}

async function measureAppends(): Promise<Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'contour-bench-'))
  const storage = createSqliteBoardStorage({ directory })
  try {
    const synced = await measurePlainFile(directory)
    await storage.start()
    const batch = {
      boardId: 'bench' as BoardId,
      epoch: 1,
      at: NOW,
      update: new Uint8Array(UPDATE_BYTES),
      changes: [{ record: 'records/shape:a', personId: 'ada' as PersonId, at: NOW }],
      clientIds: [],
    }
    await storage.createBoard({ id: batch.boardId, title: 'Bench', epoch: 1, createdAt: NOW }, [], batch)
    const single = await repeat(() => storage.append([batch]))
    const rooms = await repeat(() => storage.append(Array.from({ length: 32 }, () => batch)))
    return [
      {
        name: 'durable append p50',
        value: quantile(single, 0.5),
        unit: 'ms',
        baseline: quantile(synced, 0.5),
      },
      {
        name: 'durable append p95',
        value: quantile(single, 0.95),
        unit: 'ms',
        baseline: quantile(synced, 0.95),
      },
      { name: 'durable appends, one after the other', value: rateOf(single), unit: 'per second' },
      { name: 'the same, 32 rooms in one commit', value: 32 * rateOf(rooms), unit: 'per second' },
    ]
  } finally {
    await storage.stop()
    await rm(directory, { recursive: true, force: true })
  }
}

/** The least a durable write costs here: a few bytes at the end of a file and the disk's word for them. */
async function measurePlainFile(directory: string): Promise<number[]> {
  const file = await open(join(directory, 'plain'), 'a')
  try {
    return await repeat(async () => {
      await file.write(new Uint8Array(UPDATE_BYTES))
      await file.datasync()
    })
  } finally {
    await file.close()
  }
}

async function repeat(run: () => Promise<unknown>): Promise<number[]> {
  const lasted: number[] = []
  const end = performance.now() + APPENDS_LAST_MS
  while (performance.now() < end) {
    const startedAt = performance.now()
    await run()
    lasted.push(performance.now() - startedAt)
  }
  return lasted
}

function rateOf(lastedMs: readonly number[]): number {
  return (SECOND_MS * lastedMs.length) / lastedMs.reduce((total, ms) => total + ms, 0)
}
