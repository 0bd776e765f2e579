'use client'

import { Settings2 } from 'lucide-react'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu } from '../../ui/overlays/menus/menu'
import { useAfterMenu } from '../../ui/overlays/menus/use-after-menu'
import { SettingsItems } from './settings-items'

interface SettingsMenuProps {
  readonly className: string
  readonly onHelp: () => void
}

/** The few choices of this browser, behind one button. */
export function SettingsMenu({ className, onHelp }: SettingsMenuProps) {
  const { later, onCloseAutoFocus } = useAfterMenu()
  return (
    <Menu
      bar="top"
      label="Settings"
      onCloseAutoFocus={onCloseAutoFocus}
      trigger={
        <IconButton label="Settings" className={className}>
          <Settings2 size={20} strokeWidth={1.75} />
        </IconButton>
      }
    >
      <SettingsItems onHelp={() => later(onHelp)} />
    </Menu>
  )
}
