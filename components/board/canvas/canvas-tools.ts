import { can, type BoardAction, type Role } from '@/lib/access/roles'

/** What a hand on the canvas can do. */
export type CanvasTool =
  | 'select'
  | 'hand'
  | 'note'
  | 'draw'
  | 'arrow'
  | 'text'
  | 'rectangle'
  | 'ellipse'
  | 'line'
  | 'highlight'
  | 'eraser'

export interface ToolFacts {
  readonly tool: CanvasTool
  /** Its letter; the highlighter has none of its own in any tool people know. */
  readonly key: string | null
  readonly words: string
  readonly needs: BoardAction
}

/**
 * Every tool, in the order of the toolbar. Participants have five: a note says words already and an initiative is made
 * in the tray, so the fifth is the arrow, which says what neither can: that one thing hangs on another.
 */
export const CANVAS_TOOLS: readonly ToolFacts[] = [
  { tool: 'select', key: 'V', words: 'Select and move', needs: 'read' },
  { tool: 'hand', key: 'H', words: 'Move the view', needs: 'read' },
  { tool: 'note', key: 'N', words: 'Note', needs: 'edit' },
  { tool: 'draw', key: 'D', words: 'Draw', needs: 'edit' },
  { tool: 'arrow', key: 'A', words: 'Arrow', needs: 'edit' },
  { tool: 'text', key: 'T', words: 'Text', needs: 'use-all-tools' },
  { tool: 'rectangle', key: 'R', words: 'Rectangle', needs: 'use-all-tools' },
  { tool: 'ellipse', key: 'O', words: 'Ellipse', needs: 'use-all-tools' },
  { tool: 'line', key: 'L', words: 'Line', needs: 'use-all-tools' },
  { tool: 'highlight', key: null, words: 'Highlighter', needs: 'use-all-tools' },
  { tool: 'eraser', key: 'E', words: 'Eraser', needs: 'use-all-tools' },
]

/** The tools of this person now: without the right to edit, those that only look. */
export function toolsFor(person: { readonly role: Role; readonly canEdit: boolean }): readonly ToolFacts[] {
  return CANVAS_TOOLS.filter(({ needs }) => can(person.role, needs) && (needs === 'read' || person.canEdit))
}
