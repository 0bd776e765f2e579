import type { BoardClient } from '@/components/board/board-client'
import { createBoardClient } from '@/components/board/create-board-client'
import { bindProjection } from '@/components/board/store/projection'
import type { Clock } from '@/components/board/sync/clock'
import type { Role } from '@/lib/access/roles'
import { listInitiatives } from '@/lib/board/read'
import type { InitiativeId } from '@/lib/ids'
import { createCanvasStore } from '../../unit/components/board/support/canvas-stand'
import type { SeededRandom } from '../seeded-random'
import { BOARD } from '../boards/stored-board'
import { toPerson } from '../rooms/room-harness'
import { createLossySocket } from './lossy-socket'
import type { LossyLine } from './lossy-line'
import type { MortalServer } from './mortal-server'

const PICTURE_MS = 16

/** What somebody did that nobody ever takes back, so that it can be looked for at the end. */
export type Deed =
  | { readonly kind: 'initiative'; readonly id: InitiativeId; readonly title: string }
  | { kind: 'letter'; letter: string }

/** One person at one browser, on a bad network. */
export class ChaosPerson {
  readonly name: string
  /** Came with a link to look, and never gets another. */
  readonly isViewer: boolean
  /** Their role, while nobody plays with it. */
  readonly role: Role
  client: BoardClient
  /** What their canvas draws. */
  store = createCanvasStore()
  /** All client ids they ever wrote under: each page that is opened brings one. */
  readonly clientIds = new Set<number>()
  /** What they were shown as saved. */
  readonly saved: Deed[] = []
  /** What they were shown as not taken, in words. */
  readonly refused: string[] = []
  #waiting: Deed[] = []
  #lines: LossyLine[] = []
  readonly #open: () => BoardClient
  #unbind: () => void = () => undefined
  dialled = 0

  constructor(name: string, role: Role, { random, server }: ChaosWorld) {
    this.name = name
    this.role = role
    this.isViewer = role === 'viewer'
    server.roles.set(name, role)
    this.#open = () => openBoard(name, { random, server, onDialled: (line) => this.#noteLine(line) })
    this.client = this.#open()
    this.#bind()
  }

  /** Closes the page and opens it anew: what was not saved is gone, what was shown as saved may not be. */
  reload(): void {
    this.look()
    this.#waiting = []
    this.stop()
    this.client = this.#open()
    this.#bind()
    this.client.start()
  }

  /** Notes something that must be there for ever once it was shown as saved. */
  did(deed: Deed): void {
    this.#waiting.push(deed)
  }

  /**
   * Looks at the screen: where it says "saved", everything done until now is. Whoever lost the right to edit meanwhile is
   * told so, and what was not taken is listed.
   */
  look(): void {
    const { board, saveState, me, offline } = this.client
    this.clientIds.add(board.doc.clientID)
    for (const { words } of offline.refused.get()) this.refused.push(...words)
    if (saveState.get().kind !== 'saved') return
    const done = this.#waiting.splice(0)
    if (me.get().role === this.role) this.saved.push(...done)
  }

  /** The network breaks under all connections of this person. */
  cut(atOnce = false): void {
    for (const line of this.#lines) line.cut(atOnce)
  }

  /** Closes the page. */
  stop(): void {
    this.#unbind()
    this.client.stop()
  }

  /** The initiatives on this person's screen. */
  initiatives(): InitiativeId[] {
    return listInitiatives(this.client.board).map(({ id }) => id)
  }

  get isSettled(): boolean {
    return this.client.saveState.get().kind === 'saved'
  }

  #bind(): void {
    const { client } = this
    const store = createCanvasStore()
    this.store = store
    const projection = bindProjection({ store, client, clock: CLOCK, isPointerDown: () => false })
    this.#unbind = () => projection.stop()
  }

  #noteLine(line: LossyLine): void {
    this.dialled++
    this.#lines = [...this.#lines.slice(-3), line]
  }
}

interface ChaosWorld {
  readonly random: SeededRandom
  readonly server: MortalServer
}

function openBoard(
  name: string,
  { random, server, onDialled }: ChaosWorld & { onDialled(line: LossyLine): void },
): BoardClient {
  return createBoardClient({
    boardId: BOARD,
    title: 'Board',
    me: { ...toPerson(name, server.roles.get(name)) },
    epoch: 1,
    origin: 'http://not.used',
    socketUrl: 'ws://chaos/sync',
    now: () => Date.now(),
    random: (lengthBytes) => random.bytes(lengthBytes),
    clock: CLOCK,
    WebSocketClass: createLossySocket({
      random,
      answer: (address) => server.answer(name, address),
      onDialled,
    }),
  })
}

const CLOCK: Clock = {
  now: () => Date.now(),
  after: (ms, run) => cancellable(ms, run),
  frame: (run) => cancellable(PICTURE_MS, run),
}

function cancellable(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
