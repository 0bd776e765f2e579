import { Trash2 } from 'lucide-react'
import { useEditor, useValue, type TLShape } from 'tldraw'
import { CommandItem } from './command-item'
import { isHeld } from '../is-held'
import { ICON, type ItemsProps } from '../items-props'

interface DeleteItemProps extends ItemsProps {
  readonly shapes: readonly TLShape[]
  readonly words?: string
}

/** Deletes what is selected, unless somebody else has a hand on it. */
export function DeleteItem({ shapes, words = 'Delete', later }: DeleteItemProps): React.ReactNode {
  const editor = useEditor()
  const disabled = useValue('held', () => isHeld(editor, shapes), [editor, shapes])
  return (
    <CommandItem
      command="delete"
      danger
      icon={<Trash2 {...ICON} />}
      hint="Del"
      disabled={disabled}
      later={later}
    >
      {words}
    </CommandItem>
  )
}
