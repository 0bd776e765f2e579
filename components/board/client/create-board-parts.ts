import { atom, computed, type Atom, type Signal } from '@tldraw/state'
import * as Y from 'yjs'
import { can } from '@/lib/access/roles'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import type { Author } from '@/lib/board/step'
import { ERRORS } from '@/lib/errors'
import type { SessionMessage } from '@/lib/sync/messages'
import type { BoardView, Me, Notice, Tell } from '../board-client'
import type { BoardClientOptions } from './board-client-options'
import { BoardConnection } from '../sync/board-connection'
import { createBrowserClock } from '../sync/clock'
import { createLane, type ConnectedLane } from '../sync/create-lane'
import { createPresence, type ConnectedPresence } from '../sync/create-presence'
import { createUndoStack } from '../undo/create-undo-stack'
import type { UndoStack } from '../undo-stack'
import { createBoardView } from './create-board-view'
import { createTeller } from './create-teller'

/** The parts of one open board, joined but not yet connected. */
export interface BoardParts {
  readonly board: BoardDocument
  readonly me: Atom<Me>
  readonly notice: Atom<Notice | null>
  readonly connection: BoardConnection
  readonly presence: ConnectedPresence
  readonly lane: ConnectedLane
  readonly undo: UndoStack & { stop(): void }
  readonly view: BoardView & { stop(): void }
  readonly canEdit: Signal<boolean>
  readonly author: (origin: Author['origin']) => Author
  readonly tell: Tell
}

/** Makes the parts of a board and lets them hear each other. */
export function createBoardParts(options: BoardClientOptions): BoardParts {
  const clock = options.clock ?? createBrowserClock(options.now)
  const board = openBoardDocument(new Y.Doc())
  const me = atom<Me>('me', options.me)
  const notice = atom<Notice | null>('notice', null)
  const tell = createTeller(notice)
  const author: BoardParts['author'] = (origin) => ({
    personId: me.get().personId,
    now: options.now(),
    origin,
  })
  const connection = new BoardConnection({
    doc: board.doc,
    boardId: options.boardId,
    epoch: options.epoch,
    socketUrl: options.socketUrl ?? `${options.origin.replace(/^http/, 'ws')}/sync`,
    clock,
    random: options.random,
    WebSocketClass: options.WebSocketClass ?? WebSocket,
    messages: {
      session: (message) => hearSession({ me, connection }, message),
      lane: (senderClientId, frame) => lane.receive(senderClientId, frame),
      refused: ({ code }) => tell({ tone: 'attention', sentence: ERRORS[code].sentence }),
    },
    onOpened: () => lane.repeat(),
  })
  const presence = createPresence({ awareness: connection.awareness, me, clock })
  const lane = createLane({
    clock,
    send: (frame) => connection.send(frame),
    userOf: (id) => presence.userOf(id),
  })
  const canEdit = createCanEdit({ me, connection })
  const undo = createUndoStack({ board, author, now: options.now, canEdit: () => canEdit.get() })
  const view = createBoardView(board)
  return { board, me, notice, connection, presence, lane, undo, view, canEdit, author, tell }
}

function createCanEdit({ me, connection }: Pick<BoardParts, 'me' | 'connection'>): Signal<boolean> {
  const { state, everSynced } = connection.saves
  return computed('can edit', () => {
    const { kind } = state.get()
    return everSynced.get() && can(me.get().role, 'edit') && kind !== 'cannot-save' && kind !== 'closed'
  })
}

function hearSession(
  { me, connection }: Pick<BoardParts, 'me' | 'connection'>,
  message: SessionMessage,
): void {
  if (message.type === 'storage') return connection.saves.storage(message.state)
  me.update((old) => ({ ...old, role: message.role }))
  // A viewer's changes are refused: there is nothing more to wait for.
  if (!can(message.role, 'edit')) connection.saves.forget()
}
