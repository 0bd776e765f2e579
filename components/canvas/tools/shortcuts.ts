import type { Editor, TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from 'tldraw'
import { fitBoard } from '../fit-board'

// A shortcut that does nothing sensible in a workshop is not hidden but gone: what is not named here is unbound.

const GLIDE = { animation: { duration: 160 } }

const TOOLS: Readonly<Record<string, string>> = { select: 'v', hand: 'h', note: 'n', draw: 'd', text: 't' }

/** Actions that stay, with their keys where they differ from the editor's own. */
const ACTIONS: Readonly<Record<string, string | null>> = {
  undo: null,
  redo: 'cmd+shift+z,ctrl+shift+z,ctrl+y',
  duplicate: null,
  delete: null,
  cut: null,
  copy: null,
  paste: null,
  'select-all': null,
  'zoom-in': null,
  'zoom-out': null,
  'zoom-to-100': null,
  'zoom-to-fit': null,
  'zoom-to-selection': null,
  'a11y-repeat-shape-announce': null,
}

/** The editor's actions and tools, reduced to Contour's. */
export const SHORTCUTS: TLUiOverrides = {
  actions: (editor: Editor, actions: TLUiActionsContextType) => {
    const kept: TLUiActionsContextType = {}
    for (const [id, kbd] of Object.entries(ACTIONS)) {
      const action = actions[id]
      if (action) kept[id] = kbd === null ? action : { ...action, kbd }
    }
    const fit = kept['zoom-to-fit']
    if (fit) kept['zoom-to-fit'] = { ...fit, onSelect: () => fitBoard(editor, GLIDE) }
    return kept
  },
  tools: (_editor: Editor, tools: TLUiToolsContextType) => {
    const kept: TLUiToolsContextType = {}
    for (const [id, kbd] of Object.entries(TOOLS)) {
      const tool = tools[id]
      if (tool) kept[id] = { ...tool, kbd }
    }
    return kept
  },
}
