import { useEditor } from 'tldraw'
import type { CanvasCommand } from '../../../../board/canvas/canvas-handle'
import { MenuItem } from '../../../../ui/overlays/menus/menu'
import { runCommand } from '../../../tools/canvas-commands'
import type { ItemsProps } from '../items-props'

interface CommandItemProps extends ItemsProps {
  readonly command: CanvasCommand
  readonly icon: React.ReactNode
  readonly hint?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly children: React.ReactNode
}

/** Does something with the selection, as its key would. */
export function CommandItem({ command, later, children, ...look }: CommandItemProps): React.ReactNode {
  const editor = useEditor()
  return (
    <MenuItem {...look} onSelect={() => later(() => runCommand(editor, command))}>
      {children}
    </MenuItem>
  )
}
