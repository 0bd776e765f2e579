import { MenuLine } from '../../../ui/overlays/menus/menu'
import { DeleteItem } from './single/delete-item'
import { DuplicateItem } from './single/duplicate-item'
import type { ShapesItemsProps } from './items-props'
import { ShowItem } from './single/show-item'

/** What can be done with things of several kinds at once: cards among them go back to the tray. */
export function MixtureItems({ shapes, canEdit, later }: ShapesItemsProps): React.ReactNode {
  if (!canEdit) return <ShowItem later={later} />
  return (
    <>
      <DuplicateItem later={later} />
      <ShowItem later={later} />
      <MenuLine />
      <DeleteItem shapes={shapes} words="Take away" later={later} />
    </>
  )
}
