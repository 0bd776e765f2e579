import { PencilLine } from 'lucide-react'
import { useEditor } from 'tldraw'
import { MenuItem } from '../../../../ui/overlays/menus/menu'
import { typeTitle } from '../../../tools/type-title'
import { ICON, type ItemsProps } from '../items-props'

/** Lets the name of the one selected card or team be typed where it stands. */
export function RenameItem({ hint, later }: ItemsProps & { readonly hint: string }): React.ReactNode {
  const editor = useEditor()
  return (
    <MenuItem
      icon={<PencilLine {...ICON} />}
      hint={hint}
      onSelect={() => later(() => void typeTitle(editor))}
    >
      Rename
    </MenuItem>
  )
}
