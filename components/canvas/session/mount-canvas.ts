import type { Editor } from 'tldraw'
import { bindDetails } from '../details/bind-details'
import { watchBanners } from '../view/banners-height'
import { keepGlide } from '../view/keep-glide'
import { bindBoardProbe } from './board-probe'
import { showStart } from '../view/fit-board'
import { tellMarkPlace } from './mark-place'
import type { CanvasSession } from './canvas-session'
import { bindRightClick } from '../context-menu/bind-right-click'
import { createCanvasHandle } from './create-canvas-handle'
import { createFollowing } from '../moving/follow-person'
import { keepFitted } from '../moving/keep-fitted'
import { bindTabOrder } from '../moving/keyboard/tab-order'
import { bindWheel } from '../moving/wheel'
import { shareOwnPresence } from '../people/own-presence'
import { leaveArrowsAsTheyPointed } from '../rules/arrows-left-as-they-pointed'
import { keepCardsUpright } from '../rules/cards-stay-upright'
import { endEnterWhereItBegan } from '../rules/enter-ends-where-it-began'
import { keepGroupsOfOthers } from '../rules/groups-of-others-stay'
import { keepHeldRecords } from '../rules/held-records-stay'
import { keepOneWriter } from '../rules/one-writer'
import { receiveOutsideContent } from '../rules/outside-content'
import { endPressesBrokenOff } from '../rules/presses-broken-off'
import { tellWhenFull } from '../rules/shape-limit'
import { keepTemplateLayer } from '../rules/template-layer-stays'
import { tellMovesAtOnce } from '../rules/moves-told-at-once'
import { takeOverUndo } from '../rules/undo-is-ours'
import { keepTypingFromCommands } from '../rules/typing-is-no-command'
import { letViewersOnlyLook } from '../rules/viewers-only-look'
import { decodeApart } from '../shapes/decode-apart'
import { drawPlainlyWhenDeep } from '../shapes/plain-when-deep'
import { keepCaretSteady } from '../text/steady-caret'
import { goOnWriting } from '../text/go-on-writing'
import { writeLegibly } from '../text/write-legibly'
import { bindBarKeys } from '../teams/bar/bind-bar-keys'
import { bindChip } from '../teams/initiatives/bind-chip'
import { sayMovedInitiatives } from '../teams/moving/say-moved-initiatives'
import { sayRemovedTeams } from '../teams/removal/say-removed-teams'
import { makeRoomForBars } from '../templates/make-room'
import { bindTemplateHand } from '../templates/template-hand'
import { bindClipboard } from '../tools/clipboard'
import { keepPaperFromInk } from '../tools/paper-and-ink'
import { letPressesDrawNoLine } from '../tools/presses-draw-no-line'
import { bindSliding } from '../tools/slide-with-arrows'
import { undoAll } from '../undo-all'

const seen = new WeakSet<CanvasSession>()

/** Everything plugged into an editor, in one place; answers with the undo of it all. */
export function mountCanvas(session: CanvasSession, editor: Editor): () => void {
  const { client } = session
  const { projection, router } = session.parts
  const pauseLane = (): (() => void) => projection.pauseLane()
  const following = createFollowing(editor, client)
  const tabOrder = bindTabOrder(editor, () => projection.flush())
  receiveOutsideContent(editor, client)
  const undos = [
    session.attach(editor),
    keepTemplateLayer(editor),
    keepCardsUpright(editor),
    keepGroupsOfOthers(editor, projection),
    leaveArrowsAsTheyPointed({ editor, client, projection }),
    keepHeldRecords(editor, client),
    letViewersOnlyLook(editor, client),
    goOnWriting(editor, client, () => projection.flush()),
    keepTypingFromCommands(editor, client),
    endEnterWhereItBegan(editor),
    endPressesBrokenOff(editor),
    keepCaretSteady(editor),
    writeLegibly(editor),
    keepPaperFromInk(editor),
    letPressesDrawNoLine(editor),
    keepOneWriter(editor, client),
    tellWhenFull(editor, client),
    takeOverUndo({ editor, client, router }),
    sayRemovedTeams(editor, client, router),
    sayMovedInitiatives(client),
    bindClipboard({ editor, pauseLane }),
    bindSliding(editor, router),
    keepGlide(editor),
    bindDetails(editor),
    bindBarKeys(editor),
    bindChip(editor),
    bindRightClick(editor),
    bindWheel(editor),
    () => following.unbind(),
    () => tabOrder.unbind(),
    shareOwnPresence(editor, client),
    tellMovesAtOnce(editor, router),
    bindTemplateHand(editor, projection),
    watchBanners(editor),
    makeRoomForBars(editor),
    tellMarkPlace(editor),
    decodeApart(editor),
    drawPlainlyWhenDeep(editor),
    bindBoardProbe(editor),
  ]
  const handle = createCanvasHandle({
    ...{ editor, following, tabOrder, pauseLane },
    flush: () => projection.flush(),
  })
  client.canvas.set(handle)
  if (!seen.has(session)) showStart(editor)
  seen.add(session)
  undos.push(keepFitted(editor, following))
  return () => {
    if (client.canvas.get() === handle) client.canvas.set(null)
    undoAll(undos)
  }
}
