import { atom, type Atom } from '@tldraw/state'
import { Store } from '@tldraw/store'
import type { TLRecord, TLShape, TLStore, TLStoreProps } from '@tldraw/tlschema'
import type { BoardClient, Me, Notice } from '@/components/board/board-client'
import { createBoardCommands } from '@/components/board/client/commands/create-board-commands'
import { createTeamCommands } from '@/components/board/client/commands/create-team-commands'
import { createTeller } from '@/components/board/client/create-teller'
import { createTemplateCommands } from '@/components/board/client/commands/create-template-commands'
import { createBoardView } from '@/components/board/client/view/create-board-view'
import { bindProjection, type Projection } from '@/components/board/store/projection'
import { bindRouter, type GestureState, type Router } from '@/components/board/store/route-write'
import { createLane, type ConnectedLane } from '@/components/board/lane/create-lane'
import { createUndoStack } from '@/components/board/undo/create-undo-stack'
import type { BoardDocument } from '@/lib/board/layout'
import { createBoardSchema } from '@/lib/board/schema'
import type { Author } from '@/lib/board/step'
import type { PersonId } from '@/lib/ids'
import { decodeLaneFrame, type LaneFrame } from '@/lib/sync/lane-frames'
import { NOW, seededBoard } from '@/tests/support/boards/board-builders'
import { SeededRandom } from '@/tests/support/seeded-random'
import { FakeBoardClock } from './fake-board-clock'

/** One person's canvas without a picture: a store, its projection and its router, on a board and a clock of the test. */
export interface CanvasStand {
  readonly board: BoardDocument
  readonly store: TLStore
  readonly client: BoardClient
  readonly projection: Projection
  readonly router: Router
  readonly gesture: Atom<GestureState>
  /** Hears `blur` and `pagehide` as the window would. */
  readonly page: EventTarget
  readonly lane: ConnectedLane
  readonly canEdit: Atom<boolean>
  readonly clock: FakeBoardClock
  /** What left, in order: the kinds of lane frames, and `write` for a change of the document. */
  readonly log: string[]
  /** What this hand told the others on the lane, in order. */
  readonly told: LaneFrame[]
  readonly replaced: [oldId: string, newId: string][]
  isPointerDown: boolean
  /** Counts transactions on the document that changed something. */
  writes(): number
  shape(id: string): TLShape
  move(id: string, to: { x: number; y: number }): void
  begin(kind: GestureState['kind'], ids: readonly string[]): void
  end(): void
  stop(): void
}

const IDLE: GestureState = { kind: 'idle', ids: [] }

/** The store of a canvas without a picture. */
export function createCanvasStore(): TLStore {
  return new Store<TLRecord, TLStoreProps>({
    schema: createBoardSchema(),
    props: {
      defaultName: '',
      assets: {
        upload: () => Promise.resolve({ src: '' }),
        resolve: () => null,
        remove: () => Promise.resolve(),
      },
      onMount: () => undefined,
    },
  })
}

export function standAt(board = seededBoard(), name = 'ada', clock = new FakeBoardClock(NOW)): CanvasStand {
  const store = createCanvasStore()
  const log: string[] = []
  const random = new SeededRandom(7)
  const canEdit = atom('can edit', true)
  const me = atom<Me>('me', { personId: name as PersonId, name, role: 'participant', colorSlot: 0 })
  const notice = atom<Notice | null>('notice', null)
  const author = (origin: Author['origin']): Author => ({
    personId: me.get().personId,
    now: clock.now(),
    origin,
  })
  const told: LaneFrame[] = []
  const tell = createTeller(notice)
  const send = (bytes: Uint8Array): void => {
    const frame = readFrame(bytes)
    log.push(frame.kind)
    told.push(frame)
  }
  const lane = createLane({ clock, send, userOf: () => null })
  const undo = createUndoStack({ board, author, now: () => clock.now(), canEdit: () => canEdit.get() })
  const client = {
    board,
    me,
    canEdit,
    undo,
    lane,
    notice,
    tell,
    isHeldBack: atom('is held back', false),
    view: createBoardView(board),
    commands: createBoardCommands({ board, me, canEdit, undo, lane, author, tell }),
    teams: createTeamCommands({
      ...{ board, me, canEdit, undo, lane, author, tell },
      random: (length) => random.bytes(length),
    }),
    templates: createTemplateCommands({
      ...{ board, me, canEdit, undo, lane, author, tell },
      random: (length) => random.bytes(length),
    }),
  } as unknown as BoardClient
  const gesture = atom<GestureState>('gesture', IDLE)
  const page = new EventTarget()
  const replaced: [string, string][] = []
  board.doc.on('update', () => void log.push('write'))
  const pointer = { isDown: false }
  const projection = bindProjection({ store, client, clock, isPointerDown: () => pointer.isDown })
  const router = bindRouter({
    store,
    client,
    projection,
    gesture,
    clock,
    random: (length) => random.bytes(length),
    onReplaced: (oldId, newId) => replaced.push([oldId, newId]),
    page,
  })
  const shape = (id: string): TLShape => {
    const record = store.get(id as TLRecord['id'])
    if (record?.typeName !== 'shape') throw new Error(`The store has no shape ${id}.`)
    return record
  }
  return {
    board,
    store,
    client,
    projection,
    router,
    gesture,
    page,
    lane,
    canEdit,
    clock,
    log,
    told,
    replaced,
    get isPointerDown() {
      return pointer.isDown
    },
    set isPointerDown(isDown: boolean) {
      pointer.isDown = isDown
    },
    writes: () => log.filter((entry) => entry === 'write').length,
    shape,
    move: (id, to) => {
      store.put([{ ...shape(id), ...to }])
      // A picture is drawn: the store tells its listeners.
      store.listen(() => undefined)()
    },
    begin: (kind, ids) => gesture.set({ kind, ids }),
    end: () => gesture.set(IDLE),
    stop: () => {
      router.stop()
      projection.stop()
      lane.stop()
      undo.stop()
    },
  }
}

/** Behind the type number of its message. */
function readFrame(bytes: Uint8Array): LaneFrame {
  const decoded = decodeLaneFrame(bytes.subarray(1))
  if (!decoded.ok) throw new Error('The lane says something that nobody can read.')
  return decoded.value
}
