import { useEditor, useValue } from 'tldraw'
import { clientOf } from '../session/store-client'
import { BoardItems } from './items/board-items'
import { CardItems } from './items/card-items'
import { DrawingItems } from './items/drawing-items'
import { InteractionItems } from './items/interaction-items'
import type { ItemsProps } from './items/items-props'
import { MixtureItems } from './items/mixture-items'
import { PairItems } from './items/pair-items'
import { TeamItems } from './items/team-items'
import type { Selected } from './what-is-selected'

interface ContextMenuItemsProps extends ItemsProps {
  readonly selected: Selected
}

/** The entries for what is selected; who may not edit is offered nothing that changes it. */
export function ContextMenuItems({ selected, later }: ContextMenuItemsProps): React.ReactNode {
  const { canEdit: right } = clientOf(useEditor())
  const canEdit = useValue(right)
  const given = { canEdit, later }
  switch (selected.kind) {
    case 'board':
      return <BoardItems later={later} />
    case 'cards':
      return <CardItems cards={selected.cards} {...given} />
    case 'team':
      return <TeamItems team={selected.team} {...given} />
    case 'pair':
      return <PairItems teams={selected.teams} {...given} />
    case 'interaction':
      return <InteractionItems interaction={selected.interaction} {...given} />
    case 'drawings':
      return <DrawingItems shapes={selected.shapes} {...given} />
    case 'mixture':
      return <MixtureItems shapes={selected.shapes} {...given} />
  }
}
