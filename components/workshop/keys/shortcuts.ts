import type { BoardAction } from '@/lib/access/roles'
import { stepInRow, templateRow } from '@/lib/board/places/template-row'
import type { BoardClient } from '../../board/board-client'
import { CANVAS_TOOLS, toolsFor, type CanvasTool } from '../../board/canvas/canvas-tools'

/** What the page offers to the keys beside the board itself. */
export interface KeyDesk {
  readonly client: BoardClient
  openSearch(): void
  openHelp(): void
}

export type ShortcutSection = 'Moving about' | 'Tools' | 'Cards and drawings' | 'The board'

/** One line of the help sheet, and what its keys do. */
export interface Shortcut {
  readonly section: ShortcutSection
  readonly words: string
  /** `Mod` is Ctrl, or ⌘ on a Mac. Each one does it. */
  readonly keys: readonly string[]
  readonly needs: BoardAction
  /** `canvas`: only while the canvas has the keyboard. */
  readonly where: 'page' | 'canvas'
  /** Left out where the canvas or the browser does it by itself: those lines are only told. */
  readonly run?: (desk: KeyDesk) => void
}

type Canvas = NonNullable<ReturnType<BoardClient['canvas']['get']>>

const canvas =
  (act: (canvas: Canvas) => void) =>
  ({ client }: KeyDesk): void => {
    const mounted = client.canvas.get()
    if (mounted) act(mounted)
  }
const everywhere = { needs: 'read', where: 'page' } as const
const onBoard = { where: 'canvas' } as const
const editing = { section: 'Cards and drawings', needs: 'edit', where: 'canvas' } as const

const MOVING: readonly Shortcut[] = [
  { keys: ['Mod+F', '/'], words: 'Find a card or team', run: (desk: KeyDesk) => desk.openSearch() },
  { keys: ['Shift+1'], words: 'Show the whole board', run: canvas((on) => on.zoomToFit()) },
  { ...onBoard, keys: ['PageDown'], words: 'Go to the next template', run: stepTemplate(1) },
  { ...onBoard, keys: ['PageUp'], words: 'Go to the template before', run: stepTemplate(-1) },
  { keys: ['Shift+2'], words: 'Show what is selected', run: canvas((on) => on.zoomToSelection()) },
  { keys: ['Shift+0'], words: 'Zoom to 100 %', run: canvas((on) => on.zoomToHundred()) },
  { keys: ['+', '='], words: 'Zoom in', run: canvas((on) => on.zoomIn()) },
  { keys: ['-'], words: 'Zoom out', run: canvas((on) => on.zoomOut()) },
  { keys: ['Space+drag'], words: 'Move the view with any tool' },
  {
    keys: ['Tab'],
    words: 'Go to the list of cards; after “Move focus to canvas”, from card to card; after Esc, out again',
  },
  { keys: ['Up', 'Down'], words: 'Go through the list of cards' },
].map((one) => ({ ...everywhere, ...one, section: 'Moving about' }))

const TOOLS: readonly Shortcut[] = [
  ...CANVAS_TOOLS.flatMap(({ tool, key, words, needs }) =>
    key === null
      ? []
      : [{ section: 'Tools' as const, words, keys: [key], needs, where: 'page' as const, run: take(tool) }],
  ),
  ...CANVAS_TOOLS.slice(0, 9).map((_tool, at) => slot(at)),
]

const EDITING: readonly Shortcut[] = [
  {
    ...editing,
    keys: ['Mod+Z'],
    words: 'Undo what you did',
    where: 'page',
    run: ({ client }) => client.undo.undo(),
  },
  {
    ...editing,
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    words: 'Redo',
    where: 'page',
    run: ({ client }) => client.undo.redo(),
  },
  { ...editing, keys: ['Enter'], words: 'Details of the selected cards', needs: 'read' },
  { ...editing, keys: ['Space'], words: 'Choose a place for the focused card' },
  { ...editing, keys: ['F2'], words: 'Write the title of the selected card, or the name of the team' },
  {
    ...editing,
    keys: ['Alt+F10'],
    words: 'Go to the bar of the selected team or interaction',
    needs: 'read',
    run: canvas((on) => on.goToBar()),
  },
  {
    ...editing,
    keys: ['Shift+F10', 'ContextMenu'],
    words: 'Open the menu of what is selected',
    needs: 'read',
    run: canvas((on) => on.openMenu()),
  },
  { ...editing, keys: ['Arrows'], words: 'Slide a card along its curve, with Shift further' },
  { ...editing, keys: ['Mod+D'], words: 'Duplicate', run: canvas((on) => on.run('duplicate')) },
  { ...editing, keys: ['Delete', 'Backspace'], words: 'Take away', run: canvas((on) => on.run('delete')) },
  {
    ...editing,
    keys: ['Mod+A'],
    words: 'Select all',
    needs: 'read',
    run: canvas((on) => on.run('select-all')),
  },
  { ...editing, keys: ['Mod+C'], words: 'Copy', needs: 'read' },
  { ...editing, keys: ['Mod+X'], words: 'Cut' },
  { ...editing, keys: ['Mod+V'], words: 'Paste' },
]

const BOARD: readonly Shortcut[] = [
  { keys: ['Esc'], words: 'Give up a drag, deselect, put a tool away, stop following' },
  { keys: ['?'], words: 'Show this sheet', run: (desk: KeyDesk) => desk.openHelp() },
].map((one) => ({ ...one, ...everywhere, section: 'The board' }))

/** Every shortcut there is; who may not do what one does has it neither bound nor listed. */
export const SHORTCUTS: readonly Shortcut[] = [...MOVING, ...TOOLS, ...EDITING, ...BOARD]

function take(tool: CanvasTool): (desk: KeyDesk) => void {
  return canvas((on) => on.setTool(tool))
}

function stepTemplate(by: 1 | -1): (desk: KeyDesk) => void {
  return ({ client }) => {
    const canvas = client.canvas.get()
    const row = templateRow(client.view.instances.get())
    const next = stepInRow(row, canvas?.templateToGoOnFrom() ?? null, by)
    if (!next) return
    canvas?.showTemplate(next.id)
    canvas?.focus()
  }
}

/** The digits take the tools in the order in which this person's toolbar has them. */
function slot(at: number): Shortcut {
  const run = ({ client }: KeyDesk): void => {
    const { role } = client.me.get()
    const found = toolsFor({ role, canEdit: client.canEdit.get() })[at]
    if (found) client.canvas.get()?.setTool(found.tool)
  }
  return {
    section: 'Tools',
    words: `Tool ${at + 1} of the toolbar`,
    keys: [`${at + 1}`],
    needs: 'read',
    where: 'page',
    run,
  }
}
