'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { Menu, MenuChoice } from '../overlays/menus/menu'
import { IconButton } from '../controls/icon-button'
import { chooseTheme, useTheme, useThemeChoice, type ThemeChoice } from './theme'

const CHOICES = [
  { value: 'light', label: 'Light', icon: <Sun size={16} strokeWidth={1.75} /> },
  { value: 'dark', label: 'Dark', icon: <Moon size={16} strokeWidth={1.75} /> },
  { value: 'system', label: 'Same as this device', icon: <Monitor size={16} strokeWidth={1.75} /> },
] as const

/** The choice of theme as part of a menu. */
export function ThemeChoices() {
  const choice = useThemeChoice()
  return (
    <MenuChoice value={choice} choices={CHOICES} onChange={(value) => chooseTheme(value as ThemeChoice)} />
  )
}

/** The choice of theme behind a button of its own. */
export function ThemeSwitch({ className }: { readonly className?: string }) {
  const theme = useTheme()
  const Icon = theme === 'dark' ? Moon : Sun
  return (
    <Menu
      label="Appearance"
      trigger={
        <IconButton label="Appearance" {...(className && { className })}>
          <Icon size={20} strokeWidth={1.75} />
        </IconButton>
      }
    >
      <ThemeChoices />
    </Menu>
  )
}
