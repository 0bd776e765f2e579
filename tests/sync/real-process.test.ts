import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { openBoardDocument } from '@/lib/board/layout'
import { createRecords } from '@/lib/board/operations/records'
import { LIMITS } from '@/lib/sync/limits'
import { CAPS, encodeSync, SYNC } from '@/lib/sync/messages'
import { createBenchBoard, joinAs, type BenchBoard } from '../bench/support/bench-board'
import { geoRecord } from '../support/board-builders'
import { authorOf } from '../support/board-edits'
import { startContourServer, type ContourServer } from '../support/contour-server'
import { connectClient, type SyncClient } from '../support/sync-client'
import { until } from '../support/until'

const WRITERS = 5
const TEXT_CHARACTERS = 14_000
const MB = 1024 * 1024
const THROW_ON_SIGNAL = pathToFileURL('tests/support/throw-on-signal.mjs').href
/** How much faster than usual people may write here. */
const HURRY_TIMES = 4
const HURRIED_LIMITS = `${pathToFileURL('tests/support/hurried-limits.mjs').href}?times=${HURRY_TIMES}`

let server: ContourServer
let board: BenchBoard

beforeAll(async () => {
  server = await startContourServer({
    NODE_OPTIONS: `--import=${THROW_ON_SIGNAL} --import=${HURRIED_LIMITS}`,
  })
  board = await createBenchBoard(server.origin, 1)
}, 260_000)
afterAll(() => server.stop())

async function enter(name: string): Promise<SyncClient> {
  const cookie = await joinAs(server.origin, board.secret, name)
  const url = `${server.origin.replace('http', 'ws')}/sync`
  const client = connectClient({ server: url, boardId: board.id, cookie, origin: server.origin })
  await client.synced()
  return client
}

/** Somebody who takes over the state, then reads no more: the line stays open. */
async function enterAndStall(name: string): Promise<WebSocket> {
  const cookie = await joinAs(server.origin, board.secret, name)
  const url = `${server.origin.replace('http', 'ws')}/sync/${board.id}?caps=${CAPS.join(',')}`
  const socket = new WebSocket(url, { headers: { cookie, origin: server.origin }, perMessageDeflate: false })
  await once(socket, 'open')
  socket.send(encodeSync(SYNC.step1, Y.encodeStateVector(new Y.Doc())))
  await once(socket, 'message')
  socket.pause()
  return socket
}

/** Writes one long text over and over, as fast as one person may. The document itself stays small. */
function writeForEver({ board: document }: SyncClient, name: string): () => void {
  const id = `shape:${name}`
  const openBoard = openBoardDocument(document.doc)
  createRecords(openBoard, authorOf(name), [geoRecord(id, { meta: {} })])
  let written = 0
  const write = (): void => {
    written += 1
    // In words: one that is endless would be refused.
    const text = `${String(written % 10).repeat(9)} `.repeat(TEXT_CHARACTERS / 10)
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text }] }
    openBoard.records.get(id)?.set('props.richText', { type: 'doc', content: [paragraph] })
  }
  const bytesPerSecond = HURRY_TIMES * LIMITS.UPDATE_BYTES_PER_SECOND
  const timer = setInterval(write, (1000 * TEXT_CHARACTERS) / bytesPerSecond)
  return () => clearInterval(timer)
}

function eventsIn(output: string, event: string): Record<string, unknown>[] {
  const lines = output.split('\n').filter((line) => line.includes(`"event":"${event}"`))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

async function readPage(path: string, cookie = ''): Promise<string> {
  const answer = await fetch(`${server.origin}${path}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  return answer.text()
}

describe('the real process', () => {
  it('serves its pages without a word of complaint, the board with its title in its frame', async () => {
    expect(await readPage('/')).toContain('Open the sample board')
    expect(await readPage(`/join/${board.secret}`)).toContain('Bench')
    const page = await readPage(`/b/${board.id}`, board.cookie)
    // The frame of the page is there before any script runs.
    expect(/<h1[^>]*>([^<]*)/.exec(page)?.[1]).toBe('Bench')
    expect(/role="status" aria-label="([^"]*)"/.exec(page)?.[1]).toBe('The board is being opened')
    expect(server.complaints()).toBe('')
  })

  it('[ROOM-12] names what nobody caught in its log, although the page host listens too, and goes on', async () => {
    expect((await fetch(server.origin)).status).toBe(200)
    server.signal('SIGUSR2')
    const logged = (event: string): boolean => eventsIn(server.output(), event).length > 0
    await until('the exception is logged', () => logged('process.uncaught-exception'))
    await until('the rejection is logged', () => logged('process.unhandled-rejection'))
    const [exception] = eventsIn(server.output(), 'process.uncaught-exception')
    expect(exception?.['cause']).toMatchObject({ message: 'an exception of the test' })
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
  })

  it('[ROOM-6] a socket that is read no more costs bounded memory, is cut off, and slows nobody down', async () => {
    const writers = await Promise.all(Array.from({ length: WRITERS }, (_, at) => enter(`Writer ${at}`)))
    const witness = await enter('Witness')
    const stops = writers.map((writer, at) => writeForEver(writer, `writer-${at}`))
    const acked = (): number => writers.reduce((sum, writer) => sum + writer.acked(), 0)
    await until('the process is warm', () => acked() * TEXT_CHARACTERS > 10 * MB, 60_000)
    const slow = await enterAndStall('Slow')
    const [before, ackedBefore] = [server.memoryBytes(), acked()]
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, server.memoryBytes())), 200)
    const missedBytes = (): number => (acked() - ackedBefore) * TEXT_CHARACTERS
    const isEnough = (): boolean => missedBytes() > 5 * LIMITS.BUFFERED_CUTOFF_BYTES
    await until('the slow one has missed a lot', isEnough, 60_000)
    server.signal('SIGHUP')
    const cutOff = (): boolean =>
      eventsIn(server.output(), 'socket.closed').some(({ code }) => code === 'overloaded')
    await until('the slow one is cut off', cutOff)
    clearInterval(watch)
    for (const stop of stops) stop()
    // Much of it is what the process holds anyway between two collections of garbage.
    expect(most - before).toBeLessThan(5 * LIMITS.BUFFERED_CUTOFF_BYTES)
    await Promise.all(writers.map((writer) => until('all is acked', () => writer.acked() >= writer.sent())))
    const seen = openBoardDocument(witness.board.doc)
    await until('the witness has all', () =>
      writers.every((_, at) => seen.records.get(`shape:writer-${at}`) !== undefined),
    )
    const closed = once(slow, 'close')
    slow.on('error', () => undefined)
    slow.resume()
    await closed
    for (const client of [...writers, witness]) client.stop()
  }, 260_000)
})
