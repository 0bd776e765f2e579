'use client'

import { useValue } from '@tldraw/state-react'
import { Info, Locate, Trash2 } from 'lucide-react'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../../board/board-context'
import { deleteInitiative } from '../../../board/delete-initiative'
import { MenuItem, MenuLine } from '../../../ui/overlays/menus/menu'
import { whenKeyboardFree } from '../../../ui/overlays/when-keyboard-free'
import { MenuOfCard, menuLabel } from '../card/menu-of-card'
import { placeFromTray } from '../placing/place-from-tray'
import { PlacingChoices } from '../placing/placing-choices'

interface OnMapMenuProps {
  readonly id: InitiativeId
  readonly title: string
  /** The point of the window it hangs at, px; null while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly onShow: () => void
  readonly onClose: () => void
  /** Called when the menu has closed and nothing else has taken the keyboard. */
  readonly onKeyboardFree: () => void
  /** Called before its row goes. */
  readonly onLeaving: () => void
}

/** What can be done with a card that is on a team and on no curve. */
export function OnMapMenu({ id, title, at, onShow, onClose, onKeyboardFree, onLeaving }: OnMapMenuProps) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  const taken = useValue(client.view.placements(id)).map(({ instanceId }) => instanceId)
  return (
    <MenuOfCard
      label={menuLabel(title)}
      at={at}
      onClose={onClose}
      onCloseAutoFocus={whenKeyboardFree(onKeyboardFree)}
    >
      <MenuItem
        icon={<Info size={16} strokeWidth={1.75} />}
        onSelect={() => setTimeout(() => client.inspected.set([id]))}
      >
        Details
      </MenuItem>
      <MenuItem icon={<Locate size={16} strokeWidth={1.75} />} onSelect={onShow}>
        Show on the board
      </MenuItem>
      {canEdit && (
        <>
          <MenuLine />
          <PlacingChoices
            except={taken}
            onPick={(choice) => {
              onLeaving()
              placeFromTray(client, { id, title }, choice)
            }}
          />
          <MenuLine />
          <MenuItem
            danger
            icon={<Trash2 size={16} strokeWidth={1.75} />}
            onSelect={() => {
              onLeaving()
              deleteInitiative(client, { id, title })
            }}
          >
            Delete
          </MenuItem>
        </>
      )}
    </MenuOfCard>
  )
}
