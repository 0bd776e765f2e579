'use client'

import { Info, PencilLine, Trash2 } from 'lucide-react'
import { MenuItem, MenuLine } from '../../../ui/overlays/menus/menu'
import type { Choice } from '../placing/choice'
import { PlacingChoices } from '../placing/placing-choices'

export interface TrayCardEntriesProps {
  /** Who may not edit is offered nothing that changes the card. */
  readonly canEdit: boolean
  readonly onPlace: (choice: Choice) => void
  readonly onDetails: () => void
  readonly onRename: () => void
  readonly onDelete: () => void
}

/** What can be done with a card of the tray besides dragging it. */
export function TrayCardEntries({ canEdit, onPlace, onDetails, onRename, onDelete }: TrayCardEntriesProps) {
  return (
    <>
      <MenuItem icon={<Info size={16} strokeWidth={1.75} />} onSelect={onDetails}>
        Details
      </MenuItem>
      {canEdit && (
        <>
          <MenuLine />
          <PlacingChoices onPick={onPlace} />
          <MenuLine />
          <MenuItem icon={<PencilLine size={16} strokeWidth={1.75} />} shortcut="F2" onSelect={onRename}>
            Rename
          </MenuItem>
          <MenuItem danger icon={<Trash2 size={16} strokeWidth={1.75} />} shortcut="Del" onSelect={onDelete}>
            Delete
          </MenuItem>
        </>
      )}
    </>
  )
}
