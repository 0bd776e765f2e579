import { Trash2 } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import type { InitiativeId } from '@/lib/ids'
import { deleteInitiative } from '../../../board/delete-initiative'
import { MenuItem, MenuLine } from '../../../ui/overlays/menus/menu'
import type { CardShape } from '../../shapes/shape-types'
import { clientOf } from '../../session/store-client'
import { DetailsItem } from './single/details-item'
import { DuplicateItem } from './single/duplicate-item'
import { isHeld } from './is-held'
import { ICON, type ItemsProps } from './items-props'
import { OffBoardItem } from './single/off-board-item'
import { RenameItem } from './single/rename-item'
import { ShowItem } from './single/show-item'

interface CardItemsProps extends ItemsProps {
  readonly cards: readonly CardShape[]
  readonly canEdit: boolean
}

/** What can be done with a card, or with several at once. */
export function CardItems({ cards, canEdit, later }: CardItemsProps): React.ReactNode {
  const [only] = cards
  return (
    <>
      <DetailsItem later={later} />
      <ShowItem later={later} />
      {canEdit && (
        <>
          <MenuLine />
          {cards.length === 1 && (
            <>
              <RenameItem hint="F2" later={later} />
              <DuplicateItem later={later} />
            </>
          )}
          <OffBoardItem cards={cards} later={later} />
          {cards.length === 1 && only && <DeleteInitiativeItem card={only} later={later} />}
        </>
      )}
    </>
  )
}

function DeleteInitiativeItem({ card, later }: ItemsProps & { readonly card: CardShape }): React.ReactNode {
  const editor = useEditor()
  const client = clientOf(editor)
  const disabled = useValue('held', () => isHeld(editor, [card]), [editor, card])
  const remove = (): void => {
    const initiative = client.view.initiative(card.props.initiativeId as InitiativeId).get()
    if (initiative) deleteInitiative(client, initiative)
  }
  return (
    <>
      <MenuLine />
      <MenuItem danger icon={<Trash2 {...ICON} />} disabled={disabled} onSelect={() => later(remove)}>
        Delete initiative
      </MenuItem>
    </>
  )
}
