'use client'

import { Ellipsis, Info, PencilLine, Trash2 } from 'lucide-react'
import { Menu, MenuItem, MenuLine } from '../../ui/overlays/menu'
import { isPhoneWidth } from '../../ui/phone-width'
import { PlacingChoices, type Choice } from './placing-choices'
import styles from './tray-card.module.css'

interface TrayCardMenuProps {
  readonly title: string
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** Called when the menu has closed and the keyboard is free. */
  readonly onClosed: () => void
  readonly onPlace: (choice: Choice) => void
  readonly onDetails: () => void
  readonly onRename: () => void
  readonly onDelete: () => void
}

/** What can be done with a card besides dragging it. */
export function TrayCardMenu(props: TrayCardMenuProps) {
  const { title, open, onOpenChange, onClosed, onPlace, onDetails, onRename, onDelete } = props
  return (
    <Menu
      label={`What to do with ${title || 'this initiative'}`}
      align="start"
      side={isPhoneWidth() ? 'top' : 'right'}
      open={open}
      onOpenChange={onOpenChange}
      onCloseAutoFocus={(event) => {
        event.preventDefault()
        onClosed()
      }}
      trigger={
        <button type="button" className={styles.more} tabIndex={-1} aria-label={`More about ${title}`}>
          <Ellipsis size={16} strokeWidth={1.75} />
        </button>
      }
    >
      <MenuItem icon={<Info size={16} strokeWidth={1.75} />} onSelect={onDetails}>
        Details
      </MenuItem>
      <MenuLine />
      <PlacingChoices onPick={onPlace} />
      <MenuLine />
      <MenuItem icon={<PencilLine size={16} strokeWidth={1.75} />} shortcut="F2" onSelect={onRename}>
        Rename
      </MenuItem>
      <MenuItem danger icon={<Trash2 size={16} strokeWidth={1.75} />} shortcut="Del" onSelect={onDelete}>
        Delete
      </MenuItem>
    </Menu>
  )
}
