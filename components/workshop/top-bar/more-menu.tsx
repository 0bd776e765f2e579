'use client'

import { useValue } from '@tldraw/state-react'
import { Contrast, Ellipsis, Search, Share2 } from 'lucide-react'
import { setTeamContrast, teamContrast } from '../../board/colors/team-contrast'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/overlays/menus/menu'
import { useAfterMenu } from '../../ui/overlays/menus/use-after-menu'
import { SettingsItems } from '../settings/settings-items'
import { useHasTeamMap } from '../toolbar/use-has-team-map'
import { ExportEntries } from './export-menu'
import { TemplateEntries } from './template-menu'
import styles from './top-bar.module.css'

interface MoreMenuProps {
  readonly onShare: (() => void) | null
  readonly onPicture: () => void
  readonly onSearch: () => void
  readonly onHelp: () => void
}

/** On a narrow screen: everything that has no room in the bar. */
export function MoreMenu({ onShare, onPicture, onSearch, onHelp }: MoreMenuProps) {
  const { later, onCloseAutoFocus } = useAfterMenu()
  const hasTeamMap = useHasTeamMap()
  const isStrong = useValue(teamContrast)
  return (
    <Menu
      bar="top"
      label="More"
      onCloseAutoFocus={onCloseAutoFocus}
      trigger={
        <IconButton label="More" className={styles.narrow ?? ''}>
          <Ellipsis size={20} strokeWidth={1.75} />
        </IconButton>
      }
    >
      <MenuItem icon={<Search size={16} strokeWidth={1.75} />} onSelect={() => later(onSearch)}>
        Find a card or team
      </MenuItem>
      {onShare && (
        <MenuItem icon={<Share2 size={16} strokeWidth={1.75} />} onSelect={() => later(onShare)}>
          Share the board
        </MenuItem>
      )}
      {hasTeamMap && (
        <MenuItem
          icon={<Contrast size={16} strokeWidth={1.75} />}
          onSelect={() => setTeamContrast(!isStrong)}
        >
          {isStrong ? 'Published outlines of teams' : 'Stronger outlines of teams'}
        </MenuItem>
      )}
      <TemplateEntries later={later} isApart />
      <MenuLine />
      <MenuLabel>Export</MenuLabel>
      <ExportEntries onPicture={() => later(onPicture)} />
      <MenuLine />
      <SettingsItems onHelp={() => later(onHelp)} />
    </Menu>
  )
}
