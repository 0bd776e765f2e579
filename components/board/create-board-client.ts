import { atom, computed } from '@tldraw/state'
import { ERRORS } from '@/lib/errors'
import { unsavedWords } from '@/lib/board/changes/unsaved-words'
import type { InitiativeId } from '@/lib/ids'
import type { BoardClient } from './board-client'
import type { CanvasHandle } from './canvas/canvas-handle'
import type { BoardClientOptions } from './client/board-client-options'
import { bindLaneToDocument } from './lane/bind-lane-to-document'
import { createBoardCommands } from './client/commands/create-board-commands'
import { createBoardParts, type BoardParts } from './client/create-board-parts'
import { copyImage } from './client/copy-image'
import { createTeamCommands } from './client/commands/create-team-commands'
import { createTemplateCommands } from './client/commands/create-template-commands'
import { uploadImage } from './client/upload-image'
import { bridged } from './sync/brief-gap'
import { createDrafts } from './text/drafts'
import { bindEvents, windowOrNone } from './sync/bind-events'

/**
 * Opens a board: it is connected by `start` and leaves nothing behind after `stop`. Make it where it can be stopped,
 * never while rendering: its timers run from the beginning.
 */
export function createBoardClient(options: BoardClientOptions): BoardClient {
  const { boardId, origin } = options
  const images = `${origin}/api/boards/${boardId}/assets`
  const parts = createBoardParts(options)
  const { board, view, undo, lane, presence, connection, offline } = parts
  return {
    boardId,
    title: parts.title,
    me: parts.me,
    saveState: connection.saves.state,
    isHeldBack: connection.saves.isHeldBack,
    toldState: computed('told state', () => {
      const state = connection.saves.state.get()
      return connection.gap.isOpen.get() ? bridged(state) : state
    }),
    canEdit: parts.canEdit,
    ready: connection.saves.hasDocument,
    offline: {
      lasts: offline.kept.lasts,
      isSynced: connection.saves.everSynced,
      isWhole: offline.isWhole,
      comesAlong: () => offline.comesAlong,
      refused: offline.kept.refused,
      dismissRefused: () => offline.kept.dismissRefused(),
    },
    board,
    view,
    commands: createBoardCommands(parts),
    teams: createTeamCommands({ ...parts, random: options.random }),
    templates: createTemplateCommands({ ...parts, random: options.random }),
    undo,
    removals: parts.removals,
    lane,
    presence,
    notice: parts.notice,
    tell: parts.tell,
    inspected: atom<readonly InitiativeId[] | null>('inspected', null),
    searching: atom('searching', 0),
    drafts: options.drafts ?? createDrafts(),
    canvas: atom<CanvasHandle | null>('canvas', null),
    uploadImage: async (file) => {
      const answer = await uploadImage(images, file, { send: (input, init) => fetch(input, init) })
      if (answer.ok) return answer.value
      parts.tell({ tone: 'attention', sentence: ERRORS[answer.error].sentence })
      return null
    },
    copyImage: (src) => copyImage(images, src, { send: (input, init) => fetch(input, init) }),
    listUnsaved: () => [...unsavedWords(board, connection.saves.unsaved), ...offline.lastRefusals],
    giveUpUnsaved: () => offline.giveUp(),
    ...lifeOf(parts),
  }
}

function lifeOf(parts: BoardParts): Pick<BoardClient, 'start' | 'stop'> {
  const { board, lane, presence, connection, offline } = parts
  const undos: (() => void)[] = []
  let life: 'new' | 'started' | 'stopped' = 'new'
  return {
    start: () => {
      if (life !== 'new') return
      life = 'started'
      undos.push(
        bindLaneToDocument({ board, lane, presence, awareness: connection.awareness }),
        bindEvents(windowOrNone(), {
          pagehide: () => {
            presence.leave()
            void offline.flush()
          },
          pageshow: () => presence.comeBack(),
          visibilitychange: () => {
            if (document.visibilityState === 'visible') connection.probe()
            // It comes after `pagehide`, at which others of this page may have written something still.
            else void offline.flush()
          },
          // The browser asks whether to leave: what is not saved exists in this page alone.
          beforeunload: (event) => {
            if (connection.saves.isWorthKeeping && !offline.comesAlong) event.preventDefault()
          },
          online: () => connection.probe(),
          offline: () => connection.probe(),
        }),
      )
      void offline.open().then(() => {
        if (life === 'started') connection.start()
      })
    },
    stop: () => {
      if (life === 'stopped') return
      life = 'stopped'
      for (const undoOne of undos.splice(0).reverse()) undoOne()
      for (const part of [parts.removals, parts.undo, lane, presence, parts.view, connection]) part.stop()
      void offline.stop()
    },
  }
}
