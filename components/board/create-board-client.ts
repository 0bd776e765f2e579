import { atom, computed } from '@tldraw/state'
import * as Y from 'yjs'
import { can } from '@/lib/access/roles'
import { openBoardDocument } from '@/lib/board/layout'
import type { Author } from '@/lib/board/step'
import { ERRORS } from '@/lib/errors'
import type { BoardId, RandomBytes } from '@/lib/ids'
import type { SessionMessage } from '@/lib/sync/messages'
import type { BoardClient, Me, Notice } from './board-client'
import type { CanvasHandle } from './canvas-handle'
import { bindLaneToDocument } from './client/bind-lane-to-document'
import { createBoardCommands } from './client/create-board-commands'
import { createBoardView } from './client/create-board-view'
import { uploadImage } from './client/upload-image'
import { bindEvents, windowOrNone } from './sync/bind-events'
import { BoardConnection } from './sync/board-connection'
import { createBrowserClock, type Clock } from './sync/clock'
import { createLane } from './sync/create-lane'
import { createPresence } from './sync/create-presence'
import { createUndoStack } from './undo/create-undo-stack'

export interface BoardClientOptions {
  readonly boardId: BoardId
  readonly title: string
  readonly me: Me
  readonly epoch: number
  /** The server's address, as `https://host`. */
  readonly origin: string
  /** Unix milliseconds. */
  readonly now: () => number
  readonly random: RandomBytes
  /** Where rooms are, without the board; follows from `origin` where it is not given. */
  readonly socketUrl?: string
  readonly clock?: Clock
  readonly WebSocketClass?: typeof WebSocket
}

/** Opens a board: nothing is connected before `start`, and nothing is left after `stop`. */
export function createBoardClient(options: BoardClientOptions): BoardClient {
  const clock = options.clock ?? createBrowserClock(options.now)
  const board = openBoardDocument(new Y.Doc())
  const me = atom<Me>('me', options.me)
  const notice = atom<Notice | null>('notice', null)
  const tell = (tone: Notice['tone'], sentence: string): void =>
    void notice.update((last) => ({ id: (last?.id ?? 0) + 1, tone, sentence }))
  const author = (origin: Author['origin']): Author => ({
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
      session: (message) => hearSession(message),
      lane: (senderClientId, frame) => lane.receive(senderClientId, frame),
      refused: ({ code }) => tell('attention', ERRORS[code].sentence),
    },
    onOpened: () => lane.repeat(),
  })
  const presence = createPresence({ awareness: connection.awareness, me, clock })
  const lane = createLane({
    clock,
    send: (frame) => connection.send(frame),
    userOf: (id) => presence.userOf(id),
  })
  const saveState = connection.saves.state
  const ready = connection.saves.everSynced
  const canEdit = computed('can edit', () => {
    const { kind } = saveState.get()
    return ready.get() && can(me.get().role, 'edit') && kind !== 'cannot-save' && kind !== 'closed'
  })
  const undo = createUndoStack({ board, author, now: options.now, canEdit: () => canEdit.get() })
  const view = createBoardView(board)

  const hearSession = (message: SessionMessage): void => {
    if (message.type === 'storage') return connection.saves.storage(message.state)
    me.update((old) => ({ ...old, role: message.role }))
    // A viewer's changes are refused: there is nothing more to wait for.
    if (!can(message.role, 'edit')) connection.saves.forget()
  }

  const undos: (() => void)[] = []
  let isStarted = false
  return {
    boardId: options.boardId,
    title: options.title,
    me,
    saveState,
    canEdit,
    ready,
    board,
    view,
    commands: createBoardCommands({ board, me, canEdit, undo, lane, author, tell }),
    undo,
    lane,
    presence,
    notice,
    canvas: atom<CanvasHandle | null>('canvas', null),
    uploadImage: async (file) => {
      const address = `${options.origin}/api/boards/${options.boardId}/assets`
      const answer = await uploadImage(address, file, (input, init) => fetch(input, init))
      if (answer.ok) return answer.value
      tell('attention', ERRORS[answer.error].sentence)
      return null
    },
    start: () => {
      if (isStarted) return
      isStarted = true
      undos.push(
        bindLaneToDocument({ board, lane, presence, awareness: connection.awareness }),
        bindEvents(windowOrNone(), {
          pagehide: () => presence.leave(),
          pageshow: () => presence.comeBack(),
          online: () => connection.probe(),
          offline: () => connection.probe(),
        }),
      )
      connection.start()
    },
    stop: () => {
      isStarted = true
      for (const undoOne of undos.splice(0).reverse()) undoOne()
      undo.stop()
      lane.stop()
      presence.stop()
      view.stop()
      connection.stop()
    },
  }
}
