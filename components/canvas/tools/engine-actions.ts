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
  // Its name of a kind of shape, as it is said when one is selected.
  translations: { en: { 'tool.card': 'initiative', 'tool.team': 'team', 'tool.interaction': 'interaction' } },
  tools: (_editor: Editor, _tools: TLUiToolsContextType) => ({}),
}
