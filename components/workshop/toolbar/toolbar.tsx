'use client'

import { useValue } from '@tldraw/state-react'
import { Hand, MousePointer2, Pencil, StickyNote, Type } from 'lucide-react'
import type { CanvasTool } from '../../board/canvas-handle'
import { useBoardClient } from '../../board/board-context'
import { IconButton } from '../../ui/controls/icon-button'
import { TeamTools } from './team-tools'
import styles from './toolbar.module.css'

const TOOLS: readonly { tool: CanvasTool; label: string; shortcut: string; icon: typeof Hand }[] = [
  { tool: 'select', label: 'Select and move', shortcut: 'V', icon: MousePointer2 },
  { tool: 'hand', label: 'Move the view', shortcut: 'H', icon: Hand },
  { tool: 'note', label: 'Note', shortcut: 'N', icon: StickyNote },
  { tool: 'draw', label: 'Draw', shortcut: 'D', icon: Pencil },
  { tool: 'text', label: 'Text', shortcut: 'T', icon: Type },
]

/** Those who may not edit keep what only looks. */
const LOOKING: ReadonlySet<CanvasTool> = new Set(['select', 'hand'])

export function Toolbar() {
  const client = useBoardClient()
  const canvas = useValue(client.canvas)
  const canEdit = useValue(client.canEdit)
  const chosen = useValue('tool', () => client.canvas.get()?.tool.get() ?? null, [client])

  const handleTool = (tool: CanvasTool) => {
    canvas?.setTool(tool)
    canvas?.focus()
  }
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Tools" data-testid="toolbar">
      {TOOLS.filter(({ tool }) => canEdit || LOOKING.has(tool)).map(
        ({ tool, label, shortcut, icon: Icon }) => (
          <IconButton
            key={tool}
            label={label}
            shortcut={shortcut}
            side="top"
            pressed={chosen === tool}
            disabled={!canvas}
            onClick={() => handleTool(tool)}
          >
            <Icon size={20} strokeWidth={1.75} />
          </IconButton>
        ),
      )}
      <TeamTools />
    </div>
  )
}
