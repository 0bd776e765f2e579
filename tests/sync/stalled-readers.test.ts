import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openBoardDocument } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import { LIMITS } from '@/lib/sync/limits'
import { CAPS, encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { createBenchBoard, joinAs, type BenchBoard } from '../bench/support/bench-board'
import { geoRecord } from '../support/boards/board-builders'
import { authorOf } from '../support/boards/board-edits'
import { MEMORY_PROBE, readMemory } from '../support/held-memory'
import { connectClient, type SyncClient } from '../support/rooms/sync-client'
import { fromSources, startContourServer, type ContourServer } from '../support/servers/contour-server'
import { until } from '../support/until'

const WRITERS = 5
const TEXT_CHARACTERS = 14_000
const MB = 1024 * 1024
/** Who has more updates on the way waits: on a busy machine these clients would be slow readers too. */
const UNDERWAY = 8
/** How much faster than usual people may write here. */
const HURRY_TIMES = 4
const HURRIED_LIMITS = `${pathToFileURL('tests/support/servers/hurried-limits.mjs').href}?times=${HURRY_TIMES}`
const PROBE_FILE = join(tmpdir(), `contour-stalled-${process.pid}.json`)

let server: ContourServer
let board: BenchBoard

beforeAll(async () => {
  const NODE_OPTIONS = `--import=${HURRIED_LIMITS} --import=${MEMORY_PROBE}`
  server = await startContourServer({ NODE_OPTIONS, BENCH_PROBE: PROBE_FILE }, fromSources)
  board = await createBenchBoard(server.origin, 1)
}, 260_000)
afterAll(() => server.stop())

const sync = (): string => `${server.origin.replace('http', 'ws')}/sync`
const heldBytes = async (): Promise<number> => (await readMemory(server.pid(), PROBE_FILE)).held
const hasLogged = (event: string, code?: string): boolean =>
  server
    .output()
    .split('\n')
    .some((line) => line.includes(`"event":"${event}"`) && line.includes(code ?? ''))

async function enter(name: string): Promise<SyncClient> {
  const cookie = await joinAs(server.origin, board.secret, name)
  const client = connectClient({ server: sync(), boardId: board.id, cookie, origin: server.origin })
  await client.synced()
  return client
}

interface Reader {
  readonly socket: WebSocket
  readonly doc: Y.Doc
  /** What came since it stalled. */
  readonly updates: Uint8Array[]
}

/** Somebody who takes over the state, then reads no more: the line stays open. */
async function enterAndStall(name: string): Promise<Reader> {
  const cookie = await joinAs(server.origin, board.secret, name)
  const socket = new WebSocket(`${sync()}/${board.id}?caps=${CAPS.join(',')}`, {
    headers: { cookie, origin: server.origin },
    perMessageDeflate: false,
  })
  const reader: Reader = { socket, doc: new Y.Doc(), updates: [] }
  let isSynced = false
  socket.on('message', (data) => {
    const decoder = decoding.createDecoder(data as Uint8Array)
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return
    const kind = decoding.readVarUint(decoder)
    if (kind === SYNC.step1) return
    const update = decoding.readVarUint8Array(decoder)
    Y.applyUpdate(reader.doc, update)
    isSynced ||= kind === SYNC.step2
    reader.updates.push(update)
  })
  await once(socket, 'open')
  socket.send(encodeSync(SYNC.step1, Y.encodeStateVector(reader.doc)))
  await until('the reader has the state', () => isSynced)
  socket.pause()
  reader.updates.length = 0
  return reader
}

const noteOf = (at: number): string => `shape:writer-${at}`

/** Writes one long text over and over, as fast as one person may. The document itself stays small. */
function writeForEver(writer: SyncClient, at: number): () => void {
  const document = writer.board
  const note = geoRecord(noteOf(at), { meta: {} })
  createRecords(openBoardDocument(document.doc), authorOf(`writer-${at}`), [note])
  let written = 0
  const write = (): void => {
    if (writer.sent() - writer.acked() >= UNDERWAY) return
    written += 1
    // In words: one that is endless would be refused.
    const text = `${String(written).padStart(9, '0')} `.repeat(TEXT_CHARACTERS / 10)
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] }
    document.records.get(note.id)?.set('props.richText', { type: 'doc', content: [paragraph] })
  }
  const bytesPerSecond = HURRY_TIMES * LIMITS.UPDATE_BYTES_PER_SECOND
  const timer = setInterval(write, (1000 * TEXT_CHARACTERS) / bytesPerSecond)
  return () => clearInterval(timer)
}

const notesIn = (doc: Y.Doc): unknown[] => {
  const { records } = openBoardDocument(doc)
  return Array.from({ length: WRITERS }, (_, at) => records.get(noteOf(at))?.get('props.richText'))
}

describe('sockets of the real process that are read no more', () => {
  it('[ROOM-6] cost less than twice what one may hold, hold up nobody, and get one difference or are cut off', async () => {
    const writers = await Promise.all(Array.from({ length: WRITERS }, (_, at) => enter(`Writer ${at}`)))
    const witness = await enter('Witness')
    const stops = writers.map(writeForEver)
    const acked = (): number => writers.reduce((sum, writer) => sum + writer.acked(), 0)
    const passed = (bytes: number): Promise<void> => {
      const since = acked()
      const isEnough = (): boolean => (acked() - since) * TEXT_CHARACTERS > bytes
      return until(`${bytes / MB} MB have passed`, isEnough, 60_000)
    }
    await passed(10 * MB)
    const before = await heldBytes()
    const [slow, stuck] = [await enterAndStall('Slow'), await enterAndStall('Stuck')]
    const ackedBefore = acked()

    let most = 0
    for (let part = 0; part < 5; part++) {
      await passed(LIMITS.BUFFERED_CUTOFF_BYTES)
      most = Math.max(most, await heldBytes())
    }
    expect(hasLogged('socket.lagging')).toBe(true)
    expect((most - before) / MB).toBeLessThan((2 * LIMITS.BUFFERED_CUTOFF_BYTES) / MB)
    const missedFrames = acked() - ackedBefore

    for (const stop of stops) stop()
    await Promise.all(writers.map((writer) => until('all is acked', () => writer.acked() >= writer.sent())))
    const newest = writers.map(({ board: document }, at) => notesIn(document.doc)[at])
    await until('the witness has all', () => isSame(notesIn(witness.board.doc), newest))
    expect(
      [slow, stuck].map(({ socket, updates }) => [socket.isPaused, updates.length < missedFrames / 2]),
    ).toEqual([slow, stuck].map(() => [true, true]))
    slow.socket.resume()
    await until('the slow one has all', () => isSame(notesIn(slow.doc), newest), 20_000)
    const difference = slow.updates.at(-1) ?? new Uint8Array()
    const authors = new Set(Y.decodeUpdate(difference).structs.map(({ id }) => id.client))
    expect(authors).toEqual(new Set(writers.map(({ board: document }) => document.doc.clientID)))
    expect(slow.updates.length).toBeLessThan(missedFrames / 2)

    server.signal('SIGHUP')
    await until('the stuck one is cut off', () => hasLogged('socket.closed', '"code":"overloaded"'))
    expect(slow.socket.readyState).toBe(WebSocket.OPEN)
    const closed = once(stuck.socket, 'close')
    stuck.socket.on('error', () => undefined)
    stuck.socket.resume()
    await closed
    for (const client of [...writers, witness]) client.stop()
    slow.socket.terminate()
  }, 260_000)
})

function isSame(some: unknown, other: unknown): boolean {
  return JSON.stringify(some) === JSON.stringify(other)
}
