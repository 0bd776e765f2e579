import type { BoardId } from '@/lib/ids'
import { createSqliteBoardStorage } from '@/server/storage/sqlite/sqlite-board-storage'
import { ageStoredBoard } from '../../support/boards/age-board'
import { joinFrom } from '../support/bench-board'
import { contourWire, type Wire } from '../support/wire'
import type { BenchRoom, Seat } from './participant'
import { startContour, startPeer, type RunningServer } from './running-server'
import { TldrawParticipant } from './tldraw-participant'
import { hocuspocusWire, yWebsocketWire } from './wires'
import { YjsParticipant } from './yjs-participant'

/** One of the servers that are compared. */
export interface Contestant {
  readonly label: string
  /** What its ack promises; null where it has none. */
  readonly ack: 'on disk' | 'in memory' | null
  /** How long it has to be left alone until what was written is where a restart finds it; null: nowhere. */
  readonly settlesMs: number | null
  /** Whether a card in the hand can be shown without being written. */
  readonly hasLane: boolean
  start(): Promise<RunningServer>
  room(server: RunningServer, name: string): Promise<BenchRoom>
}

const Y_WEBSOCKET = new URL('./servers/y-websocket.mjs', import.meta.url)
const HOCUSPOCUS = new URL('./servers/hocuspocus.mjs', import.meta.url)
const TLDRAW = new URL('./servers/tldraw.mjs', import.meta.url)

/** Ours first. */
export const CONTESTANTS = {
  contour: {
    label: 'Contour',
    ack: 'on disk',
    settlesMs: 0,
    hasLane: true,
    start: startContour,
    room: openContourRoom,
  },
  'y-websocket': {
    label: 'y-websocket, LevelDB',
    ack: null,
    settlesMs: 3_000,
    hasLane: false,
    start: () => startPeer(Y_WEBSOCKET, { YPERSISTENCE: '{data}/level' }),
    room: async (server, name) => yjsRoom(() => yWebsocketWire(server.announced().port, name)),
  },
  'y-websocket-memory': {
    label: 'y-websocket, memory',
    ack: null,
    settlesMs: null,
    hasLane: false,
    start: () => startPeer(Y_WEBSOCKET, {}),
    room: async (server, name) => yjsRoom(() => yWebsocketWire(server.announced().port, name)),
  },
  hocuspocus: {
    label: 'Hocuspocus, SQLite',
    ack: 'in memory',
    settlesMs: 3_000,
    hasLane: false,
    start: () => startPeer(HOCUSPOCUS, {}),
    room: async (server, name) => yjsRoom((role) => hocuspocusWire(server.announced().port, name, role)),
  },
  tldraw: {
    label: 'tldraw sync 3, files',
    ack: 'in memory',
    settlesMs: 3_000,
    hasLane: false,
    start: () => startPeer(TLDRAW, { BENCH_TLDRAW: '3' }),
    room: async (server, name) => tldrawRoom(server, name),
  },
  'tldraw-sqlite': {
    label: 'tldraw sync 5, SQLite',
    ack: 'on disk',
    settlesMs: 0,
    hasLane: false,
    start: () => startPeer(TLDRAW, { BENCH_TLDRAW: '5' }),
    room: async (server, name) => tldrawRoom(server, name),
  },
} as const satisfies Record<string, Contestant>

export type ContestantId = keyof typeof CONTESTANTS

function yjsRoom(wire: (role: 'editor' | 'viewer') => Wire): BenchRoom {
  return {
    seat: async (person, role = 'editor'): Promise<Seat> => ({
      open: (entry) => new YjsParticipant({ ...entry, wire: wire(role), person, hasLane: false }),
    }),
  }
}

function tldrawRoom(server: RunningServer, name: string): BenchRoom {
  return {
    seat: async (person, role = 'editor'): Promise<Seat> => ({
      open(entry) {
        const { port, schema, protocolVersion } = server.announced()
        const session = `${person}-${Math.floor(performance.now() * 1_000)}`
        const url = `ws://127.0.0.1:${port}/${name}?sessionId=${session}&role=${role}`
        return new TldrawParticipant({
          ...entry,
          url,
          schema,
          protocolVersion: Number(protocolVersion),
          person,
        })
      },
    }),
  }
}

let boards = 0

/** A board made over the API, from one network address of many: one alone may make only so many. */
async function openContourRoom(server: RunningServer, name: string): Promise<BenchRoom> {
  const origin = `http://127.0.0.1:${server.announced().port}`
  boards += 1
  const address = `10.0.${Math.floor(boards / 50)}.1`
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
  const body = JSON.stringify({ title: name, name: 'Fay' })
  const created = await fetch(`${origin}/api/boards`, { method: 'POST', headers, body })
  if (!created.ok) throw new Error(`The board was refused: ${await created.text()}`)
  const { id, links } = (await created.json()) as { id: string; links: Record<Link, string> }
  const secretOf = (link: Link): string => links[link].split('/').at(-1) ?? ''
  const comeIn = (person: number, link: Link): Promise<string> =>
    joinFrom({ origin, address }, { secret: secretOf(link), name: `Person ${person}` })
  const seatAt = (wire: Wire, person: number): Seat => ({
    open: (entry) => new YjsParticipant({ ...entry, wire, person, hasLane: true }),
  })
  return {
    async seat(person, role = 'editor') {
      const cookie = await comeIn(person, role === 'viewer' ? 'viewer' : 'participant')
      return seatAt(contourWire(origin, id, cookie), person)
    },
    async seatByTicket(person) {
      const cookie = await comeIn(person, 'participant')
      const asked = { method: 'POST', headers: { ...headers, cookie }, body: '{}' }
      const { ticket } = (await (await fetch(`${origin}/api/boards/${id}/ticket`, asked)).json()) as {
        ticket: string
      }
      const wire = contourWire(origin, id, '')
      return seatAt({ ...wire, url: `${wire.url}&ticket=${ticket}` }, person)
    },
    async outdate() {
      const storage = createSqliteBoardStorage({ directory: server.dataDirectory ?? '' })
      await storage.start()
      await ageStoredBoard(storage, id as BoardId)
      await storage.stop()
    },
  }
}

type Link = 'participant' | 'viewer'
