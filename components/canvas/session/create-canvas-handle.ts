import { computed, type Editor } from 'tldraw'
import type { CanvasHandle } from '../../board/canvas/canvas-handle'
import { openMenuOfSelection } from '../context-menu/opened-menu'
import { previewOutside } from '../landing/landing'
import { createTravel } from '../moving/travel/create-travel'
import type { Following } from '../moving/follow-person'
import type { TabOrder } from '../moving/keyboard/tab-order'
import { selectDropped } from '../moving/travel/select-dropped'
import { selectReturned } from '../moving/travel/select-returned'
import { shapesSeen } from '../moving/travel/shapes-seen'
import { addTemplateToBoard } from '../templates/add-to-board'
import { createPictures } from '../pictures/create-pictures'
import { takeKeyboard } from '../take-keyboard'
import { addAbsentTeams } from '../teams/adding/add-absent-teams'
import { addInteractionToMap, addTeamToMap } from '../teams/adding/add-to-map'
import { goToBar } from '../teams/bar/bind-bar-keys'
import { runCommand } from '../tools/canvas-commands'
import { createStyling } from '../tools/canvas-look'
import { currentTool, takeTool } from '../tools/current-tool'
import { GLIDE } from '../view/glide'

interface HandleParts {
  readonly editor: Editor
  readonly following: Following
  readonly tabOrder: TabOrder
  /** Shows document positions only until the answer is called. */
  pauseLane(): () => void
  /** Draws at once what is new on the board. */
  flush(): void
}

/** What the panels around the canvas may ask of this editor. */
export function createCanvasHandle({
  editor,
  following,
  tabOrder,
  pauseLane,
  flush,
}: HandleParts): CanvasHandle {
  return {
    ...createTravel(editor, following, tabOrder),
    ...createStyling(editor),
    tool: computed('canvas tool', () => currentTool(editor)),
    setTool: (tool) => {
      takeTool(editor, tool)
      takeKeyboard(editor)
    },
    run: (command) => runCommand(editor, command),
    pageAtClient: (point) => {
      const { left, right, top, bottom } = editor.getContainer().getBoundingClientRect()
      const isOver = point.x >= left && point.x <= right && point.y >= top && point.y <= bottom
      if (!isOver) return null
      const { x, y } = editor.screenToPage(point)
      return { x, y }
    },
    previewDrop: (card) => {
      const stand = previewOutside(editor, card)?.stand
      if (!stand) return null
      const { x, y } = editor.pageToScreen(stand)
      return { x, y, w: stand.w, h: stand.h }
    },
    selectDropped: (card) => {
      flush()
      selectDropped(editor, card)
    },
    selectReturned: (shapeIds) => selectReturned(editor, shapeIds),
    pictures: createPictures({ editor, pauseLane }),
    addTeam: () => addTeamToMap(editor, flush),
    addAbsentTeams: () => addAbsentTeams(editor, flush),
    addInteraction: (mode) => addInteractionToMap(editor, mode, flush),
    goToBar: () => goToBar(editor),
    openMenu: () => openMenuOfSelection(editor),
    addTemplate: (templateId) => addTemplateToBoard(editor, templateId, { flush, look: GLIDE }),
    isEmpty: computed('canvas is empty', () => editor.getCurrentPageShapeIds().size === 0),
    shapesSeen: (shapeIds) => {
      flush()
      return shapesSeen(editor, shapeIds)
    },
    focus: () => takeKeyboard(editor),
  }
}
