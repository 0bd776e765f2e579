import { Copy } from 'lucide-react'
import { modifierKey } from '../../../../ui/modifier-key'
import { CommandItem } from './command-item'
import { ICON, type ItemsProps } from '../items-props'

/** Lays a copy of what is selected beside it. */
export function DuplicateItem({ later }: ItemsProps): React.ReactNode {
  return (
    <CommandItem command="duplicate" icon={<Copy {...ICON} />} hint={`${modifierKey()}+D`} later={later}>
      Duplicate
    </CommandItem>
  )
}
