'use client'

import { useValue } from '@tldraw/state-react'
import { CaseUpper, Keyboard, Mouse, MousePointer2, Touchpad } from 'lucide-react'
import type { ReactNode } from 'react'
import { browserPreferences, type WheelChoice } from '../../board/preferences'
import { hasFinePointer } from '../../ui/has-fine-pointer'
import { MenuChoice, MenuItem, MenuLabel, MenuLine, MenuSwitch } from '../../ui/overlays/menus/menu'
import { ThemeChoices } from '../../ui/theme/theme-choices'

const ICON = { size: 16, strokeWidth: 1.75 } as const
const WHEELS: readonly { value: WheelChoice; label: string; icon: ReactNode }[] = [
  { value: 'auto', label: 'Automatic', icon: <MousePointer2 {...ICON} /> },
  { value: 'mouse', label: 'The wheel zooms', icon: <Mouse {...ICON} /> },
  { value: 'trackpad', label: 'Scrolling moves the view', icon: <Touchpad {...ICON} /> },
]

/** What can be set for this browser, as part of a menu. */
export function SettingsItems({ onHelp }: { readonly onHelp: () => void }) {
  const { wheel, singleKeys } = browserPreferences()
  const wheelChoice = useValue(wheel.value)
  const isSingle = useValue(singleKeys.value)
  return (
    <>
      <MenuLabel>Appearance</MenuLabel>
      <ThemeChoices />
      {hasFinePointer() && (
        <>
          <MenuLine />
          <MenuLabel>Scrolling on the board</MenuLabel>
          <MenuChoice
            value={wheelChoice}
            choices={WHEELS}
            onChange={(value) => wheel.set(value as WheelChoice)}
          />
          <MenuLine />
          <MenuSwitch icon={<CaseUpper {...ICON} />} on={isSingle} onChange={(on) => singleKeys.set(on)}>
            Single letters are shortcuts
          </MenuSwitch>
          <MenuItem icon={<Keyboard {...ICON} />} shortcut="?" onSelect={onHelp}>
            Keyboard shortcuts
          </MenuItem>
        </>
      )}
    </>
  )
}
