import { Focus } from 'lucide-react'
import { useEditor } from 'tldraw'
import { MenuItem } from '../../../../ui/overlays/menus/menu'
import { clientOf } from '../../../session/store-client'
import { ICON, type ItemsProps } from '../items-props'

/** Brings what is selected into view, as large as it fits. */
export function ShowItem({ later }: ItemsProps): React.ReactNode {
  const { canvas } = clientOf(useEditor())
  return (
    <MenuItem
      icon={<Focus {...ICON} />}
      hint="Shift+2"
      onSelect={() => later(() => canvas.get()?.zoomToSelection())}
    >
      Show what is selected
    </MenuItem>
  )
}
