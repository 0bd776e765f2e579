import type { BoardClient } from '../board/board-client'
import type { CanvasTool } from '../board/canvas-handle'
import { can } from '@/lib/access/roles'

const TOOLS: Readonly<Record<string, CanvasTool>> = {
  v: 'select',
  h: 'hand',
  n: 'note',
  d: 'draw',
  t: 'text',
}
const LOOKING: readonly CanvasTool[] = ['select', 'hand']

/**
 * The canvas answers its keys itself while it has the keyboard. Around it the same keys work too, unless somebody is
 * typing or a dialog is open. Answers with its undo.
 */
export function bindFrameKeys(client: BoardClient): () => void {
  const handleKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isOurs(event.target)) return
    if (event.ctrlKey || event.metaKey) return handleCommand(client, event)
    const tool = TOOLS[event.key.toLowerCase()]
    if (!tool || event.altKey || event.shiftKey || !mayUse(client, tool)) return
    client.canvas.get()?.setTool(tool)
    client.canvas.get()?.focus()
    event.preventDefault()
  }
  window.addEventListener('keydown', handleKey)
  return () => window.removeEventListener('keydown', handleKey)
}

function handleCommand(client: BoardClient, event: KeyboardEvent): void {
  const key = event.key.toLowerCase()
  if (event.altKey || (key !== 'z' && key !== 'y')) return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) client.undo.redo()
  else client.undo.undo()
}

function mayUse(client: BoardClient, tool: CanvasTool): boolean {
  return LOOKING.includes(tool) || (client.canEdit.get() && can(client.me.get().role, 'edit'))
}

function isOurs(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  const typing = 'input, textarea, select, [contenteditable="true"]'
  return target.closest(`${typing}, .tl-container, [role="dialog"], [role="menu"]`) === null
}
