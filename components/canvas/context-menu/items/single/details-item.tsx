import { Info } from 'lucide-react'
import { useEditor } from 'tldraw'
import { MenuItem } from '../../../../ui/overlays/menus/menu'
import { openDetails } from '../../../details/open-details'
import { ICON, type ItemsProps } from '../items-props'

/** Opens all that is known of the selected cards. */
export function DetailsItem({ later }: ItemsProps): React.ReactNode {
  const editor = useEditor()
  return (
    <MenuItem icon={<Info {...ICON} />} hint="Enter" onSelect={() => later(() => openDetails(editor))}>
      Details
    </MenuItem>
  )
}
