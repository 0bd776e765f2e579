import { Undo2 } from 'lucide-react'
import { useEditor, useValue, type Editor } from 'tldraw'
import type { InitiativeId } from '@/lib/ids'
import type { CardShape } from '../../../shapes/shape-types'
import { clientOf } from '../../../session/store-client'
import { CommandItem } from './command-item'
import { isHeld } from '../is-held'
import { ICON, type ItemsProps } from '../items-props'

interface OffBoardItemProps extends ItemsProps {
  readonly cards: readonly CardShape[]
}

/** Takes cards away from where they stand; the words are those of the details. */
export function OffBoardItem({ cards, later }: OffBoardItemProps): React.ReactNode {
  const editor = useEditor()
  const disabled = useValue('held', () => isHeld(editor, cards), [editor, cards])
  const isOnlyPlace = useValue('only place', () => standNowhereElse(editor, cards), [editor, cards])
  const elsewhere = cards.length === 1 ? 'Take it off here' : 'Take them off here'
  return (
    <CommandItem command="delete" icon={<Undo2 {...ICON} />} hint="Del" disabled={disabled} later={later}>
      {isOnlyPlace ? 'Back to the tray' : elsewhere}
    </CommandItem>
  )
}

function standNowhereElse(editor: Editor, cards: readonly CardShape[]): boolean {
  const { view } = clientOf(editor)
  return cards.every(({ props }) => view.placements(props.initiativeId as InitiativeId).get().length <= 1)
}
