import { BringToFront, SendToBack } from 'lucide-react'
import { MenuLine } from '../../../ui/overlays/menus/menu'
import { CommandItem } from './single/command-item'
import { DeleteItem } from './single/delete-item'
import { DuplicateItem } from './single/duplicate-item'
import { ICON, type ShapesItemsProps } from './items-props'
import { ShowItem } from './single/show-item'

/** What can be done with notes, drawings, texts, arrows and pictures. */
export function DrawingItems({ shapes, canEdit, later }: ShapesItemsProps): React.ReactNode {
  if (!canEdit) return <ShowItem later={later} />
  return (
    <>
      <DuplicateItem later={later} />
      <CommandItem command="bring-to-front" icon={<BringToFront {...ICON} />} later={later}>
        Bring to front
      </CommandItem>
      <CommandItem command="send-to-back" icon={<SendToBack {...ICON} />} later={later}>
        Send to back
      </CommandItem>
      <ShowItem later={later} />
      <MenuLine />
      <DeleteItem shapes={shapes} later={later} />
    </>
  )
}
