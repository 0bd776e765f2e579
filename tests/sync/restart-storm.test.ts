import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import type { PersonId } from '@/lib/ids'
import { MESSAGE, SYNC } from '@/lib/sync/messages'
import { alongCurves, createBenchBoard, joinAs, type BenchBoard } from '../bench/support/bench-board'
import { RawClient } from '../bench/support/raw-client'
import { contourWire, type Wire } from '../bench/support/wire'
import { idOf, titlesOn } from '../support/boards/board-edits'
import { connectClient, type SyncClient } from '../support/rooms/sync-client'
import { startContourServer, type ContourServer } from '../support/servers/contour-server'
import { until } from '../support/until'

const PEOPLE = 100
const CARDS = 500
/** As many are acked when the server dies, and as many more are under way. */
const WRITES = 30
/** From when the server listens again; on a quiet machine it takes a tenth of this. */
const ALL_BACK_WITHIN_MS = 5_000
const GIVE_UP_AFTER_MS = 30_000

let server: ContourServer
let board: BenchBoard

beforeAll(async () => {
  server = await startContourServer()
  board = await createBenchBoard(server.origin, CARDS, alongCurves)
}, 260_000)
afterAll(() => server.stop())

/** Somebody who keeps what comes as it came: to read it takes longer than to get it, and is not the server's time. */
class Newcomer {
  readonly #frames: Uint8Array[] = []
  readonly client: RawClient

  constructor(wire: Wire) {
    this.client = new RawClient({ wire, takes: 'nothing', onMessage: (bytes) => this.#frames.push(bytes) })
  }

  /** What the board is by all that came. */
  read(): BoardDocument {
    const doc = new Y.Doc()
    for (const frame of this.#frames) {
      const decoder = decoding.createDecoder(frame)
      const isSync = decoding.readVarUint(decoder) === MESSAGE.sync
      if (isSync && decoding.readVarUint(decoder) !== SYNC.step1)
        Y.applyUpdate(doc, decoding.readVarUint8Array(decoder))
    }
    return openBoardDocument(doc)
  }
}

async function open(wires: readonly Wire[]): Promise<Newcomer[]> {
  const people = wires.map((wire) => new Newcomer(wire))
  const isThere = ({ client }: Newcomer): boolean => client.isSynced
  await until('everybody has the board', () => people.every(isThere), GIVE_UP_AFTER_MS)
  return people
}

/** Somebody who puts initiatives on the board, in their own name. */
async function enterAsWriter(): Promise<{ client: SyncClient; write: (title: string) => void }> {
  const client = connectClient({
    server: `${server.origin.replace('http', 'ws')}/sync`,
    boardId: board.id,
    cookie: await joinAs(server.origin, board.secret, 'Writer'),
    origin: server.origin,
  })
  await client.synced()
  await until('the writer is told who that is', () => client.sessions.length > 0)
  const [welcome] = client.sessions
  const personId = (welcome?.type === 'welcome' ? welcome.personId : '') as PersonId
  return {
    client,
    write: (title) => {
      const author = { personId, now: Date.now(), origin: 'person' } as const
      addInitiatives(client.board, author, [{ id: idOf(title), title }])
    },
  }
}

describe('a server that dies under a full board', () => {
  it('[SAVE-4] [ROOM-1] comes back with all that was acked, loads the board once, and all have it within 5 s', async () => {
    const cookies = await Promise.all(
      Array.from({ length: PEOPLE }, (_, at) => joinAs(server.origin, board.secret, `Person ${at}`)),
    )
    const wires = cookies.map((cookie) => contourWire(server.origin, board.id, cookie))
    const before = await open(wires)
    const { client: writer, write } = await enterAsWriter()
    const acked = new Promise<number>((resolve) =>
      writer.provider.once('connection-close', () => resolve(writer.acked())),
    )
    const written = Array.from({ length: 2 * WRITES }, (_, at) => `Written ${at}`)
    written.slice(0, WRITES).forEach(write)
    await writer.saved()
    written.slice(WRITES).forEach(write)
    await server.kill()
    const kept = written.slice(0, await acked)
    writer.stop()
    for (const { client } of before) client.stop()

    await server.restart()
    const listensAt = performance.now()
    const people = await open(wires)
    expect(performance.now() - listensAt).toBeLessThan(ALL_BACK_WITHIN_MS)
    for (const { client } of people) client.stop()
    expect(server.output().split('"event":"room.loaded"').length - 1).toBe(1)
    const [first, ...others] = people.map((person) => person.read().doc.toJSON())
    const titles = titlesOn(people[0]?.read() ?? openBoardDocument(new Y.Doc()))
    expect(kept.length).toBeGreaterThanOrEqual(WRITES)
    expect(titles).toEqual(expect.arrayContaining(kept))
    expect(titles.length).toBeGreaterThanOrEqual(CARDS + kept.length)
    for (const other of others) expect(other).toEqual(first)
  }, 120_000)
})
