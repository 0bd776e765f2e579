import { atom, computed, type Atom, type Signal } from '@tldraw/state'
import * as Y from 'yjs'
import { can } from '@/lib/access/roles'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import type { Author } from '@/lib/board/step'
import { ERRORS } from '@/lib/errors'
import type { SessionMessage } from '@/lib/sync/messages'
import type { BoardView, Me, Notice, SaveState, Tell } from '../board-client'
import type { BoardClientOptions } from './board-client-options'
import { createMemoryOfflineStorage } from '../offline/storage/memory-offline-storage'
import { OfflineBoard } from '../offline/offline-board'
import { BoardConnection } from '../sync/board-connection'
import { createBrowserClock } from '../sync/clock'
import { isFromServer } from '../sync/is-from-server'
import { createLane, type ConnectedLane } from '../lane/create-lane'
import { createPresence, type ConnectedPresence } from '../presence/create-presence'
import { createRemovals, type ConnectedRemovals } from '../removals/create-removals'
import { createUndoStack } from '../undo/create-undo-stack'
import type { UndoStack } from '../undo/undo-stack'
import { createBoardView } from './view/create-board-view'
import { createTeller } from './create-teller'

/** The parts of one open board, joined but not yet connected. */
export interface BoardParts {
  readonly board: BoardDocument
  readonly me: Atom<Me>
  readonly title: Atom<string>
  readonly notice: Atom<Notice | null>
  readonly connection: BoardConnection
  readonly offline: OfflineBoard
  readonly presence: ConnectedPresence
  readonly lane: ConnectedLane
  readonly undo: UndoStack & { stop(): void }
  readonly removals: ConnectedRemovals
  readonly view: BoardView & { stop(): void }
  readonly canEdit: Signal<boolean>
  readonly author: (origin: Author['origin']) => Author
  readonly tell: Tell
}

const LOCKED: ReadonlySet<SaveState['kind']> = new Set(['cannot-save', 'renewing', 'closed'])

/** Makes the parts of a board and lets them hear each other. */
export function createBoardParts(options: BoardClientOptions): BoardParts {
  const clock = options.clock ?? createBrowserClock(options.now)
  // What waits for its turn must not wait for an hour where a computer's clock is set back by one.
  const pace = options.clock ?? createBrowserClock(() => performance.now())
  const board = openBoardDocument(new Y.Doc())
  const me = atom<Me>('me', options.me)
  const title = atom('title', options.title)
  const notice = atom<Notice | null>('notice', null)
  const tell = createTeller(notice)
  const author: BoardParts['author'] = (origin) => ({
    personId: me.get().personId,
    now: options.now(),
    origin,
  })
  const connection: BoardConnection = new BoardConnection({
    doc: board.doc,
    boardId: options.boardId,
    epoch: options.epoch,
    socketUrl: options.socketUrl ?? `${options.origin.replace(/^http/, 'ws')}/sync`,
    clock,
    random: options.random,
    WebSocketClass: options.WebSocketClass ?? WebSocket,
    messages: {
      session: (message) => hearSession({ me, title, connection, offline }, message),
      lane: (senderClientId, frame) => lane.receive(senderClientId, frame),
      refused: (refusal) => {
        removals.refused(refusal.record)
        if (!offline.refused(refusal)) tell({ tone: 'attention', sentence: ERRORS[refusal.code].sentence })
      },
    },
    onOpened: () => lane.repeat(),
    noteChange: (...change) => offline.note(...change),
    onSynced: () => void offline.synced(),
    onClosed: (code) => offline.closed(code),
  })
  const offline: OfflineBoard = new OfflineBoard({
    board,
    owner: { personId: options.me.personId, boardId: options.boardId },
    epoch: options.epoch,
    storage: options.offline ?? createMemoryOfflineStorage(),
    clock,
    saves: connection.saves,
    me,
    author,
    renewal: options.renewal ?? { mayBegin: () => false, begin: () => undefined, stop: () => undefined },
  })
  const presence = createPresence({
    ...{ awareness: connection.awareness, me, clock: pace },
    isBriefGap: connection.gap.isOpen,
  })
  const lane = createLane({
    clock: pace,
    send: (frame) => connection.send(frame),
    userOf: (id) => presence.userOf(id),
  })
  const canEdit = createCanEdit({ me, connection })
  const undo = createUndoStack({ board, author, now: options.now, canEdit: () => canEdit.get() })
  const view = createBoardView(board)
  const removals: ConnectedRemovals = createRemovals({
    ...{ board, me, canEdit, author, tell, undo, clock: pace },
    isSynced: connection.saves.everSynced,
    isFromOthers: isFromServer,
    userOf: (clientId) => presence.userOf(clientId),
    people: presence.people,
  })
  return {
    ...{ board, me, title, notice, connection, offline, presence, lane },
    ...{ undo, removals, view, canEdit, author, tell },
  }
}

function createCanEdit({ me, connection }: Pick<BoardParts, 'me' | 'connection'>): Signal<boolean> {
  const { state, hasDocument } = connection.saves
  return computed('can edit', () => {
    const { kind } = state.get()
    return hasDocument.get() && can(me.get().role, 'edit') && !LOCKED.has(kind)
  })
}

function hearSession(
  { me, title, connection, offline }: Pick<BoardParts, 'me' | 'title' | 'connection' | 'offline'>,
  message: SessionMessage,
): void {
  if (message.type === 'storage') return connection.saves.storage(message.state)
  if (message.type === 'name') return void me.update((old) => ({ ...old, name: message.name }))
  if (message.type === 'title') return void title.set(message.title)
  if (message.type === 'welcome' && message.title !== undefined) title.set(message.title)
  const couldEdit = can(me.get().role, 'edit')
  const name = message.type === 'welcome' ? message.name : me.get().name
  me.update((old) => ({ ...old, name, role: message.role }))
  if (couldEdit && !can(message.role, 'edit')) offline.demoted()
}
