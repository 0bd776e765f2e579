'use client'

import { PencilRuler } from 'lucide-react'
import type { CanvasTool, ToolFacts } from '../../board/canvas/canvas-tools'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu, MenuItem } from '../../ui/overlays/menus/menu'
import { useFocusTaken } from '../../ui/overlays/use-focus-taken'
import { TOOL_ICONS } from './tool-icons'

interface MoreToolsProps {
  readonly tools: readonly ToolFacts[]
  readonly chosen: CanvasTool | null
  readonly disabled: boolean
  readonly onPick: (tool: CanvasTool) => void
}

/** The tools that are needed now and then; the one in hand shows on the button. */
export function MoreTools({ tools, chosen, disabled, onPick }: MoreToolsProps) {
  const inHand = tools.find(({ tool }) => tool === chosen)
  const { take, onCloseAutoFocus } = useFocusTaken()
  const Icon = inHand ? TOOL_ICONS[inHand.tool] : PencilRuler
  return (
    <Menu
      bar="floating"
      label="More tools"
      align="center"
      side="top"
      onCloseAutoFocus={onCloseAutoFocus}
      trigger={
        <IconButton
          label={inHand ? `More tools, ${inHand.words.toLowerCase()} is in hand` : 'More tools'}
          side="top"
          pressed={inHand !== undefined}
          disabled={disabled}
        >
          <Icon size={20} strokeWidth={1.75} />
        </IconButton>
      }
    >
      {tools.map(({ tool, words, key }) => {
        const Glyph = TOOL_ICONS[tool]
        return (
          <MenuItem
            key={tool}
            icon={<Glyph size={16} strokeWidth={1.75} />}
            {...(key !== null && { shortcut: key })}
            onSelect={() => take(() => onPick(tool))}
          >
            {words}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
