import type { Editor, TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from 'tldraw'

/** What the engine offers to those who hear the canvas; everything else is gone, not only hidden. */
const KEPT = 'a11y-repeat-shape-announce'

/**
 * The engine has no shortcuts and no tools of its own: all keys are bound in one place around it, where the role of the
 * person is known. A shortcut somebody may not use is bound nowhere.
 */
export const ENGINE_ACTIONS: TLUiOverrides = {
  actions: (_editor: Editor, actions: TLUiActionsContextType) => {
    const kept = actions[KEPT]
    return kept ? { [KEPT]: kept } : {}
  },
  // What is said after a shape's own words when it is selected; a team has said by then that it is one.
  translations: {
    en: { 'tool.card': 'initiative', 'tool.team': 'on the team map', 'tool.interaction': 'interaction' },
  },
  tools: (_editor: Editor, _tools: TLUiToolsContextType) => ({}),
}
