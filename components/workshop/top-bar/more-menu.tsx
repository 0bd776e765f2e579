'use client'

import { useValue } from '@tldraw/state-react'
import { Contrast, Ellipsis, Share2 } from 'lucide-react'
import { setTeamContrast, teamContrast } from '../../board/team-contrast'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/overlays/menu'
import { useAfterMenu } from '../../ui/overlays/use-after-menu'
import { ThemeChoices } from '../../ui/theme/theme-choices'
import { useHasTeamMap } from '../toolbar/use-has-team-map'
import { ExportEntries } from './export-menu'
import styles from './top-bar.module.css'

interface MoreMenuProps {
  readonly onShare: (() => void) | null
  readonly onPicture: () => void
}

/** On a narrow screen: everything that has no room in the bar. */
export function MoreMenu({ onShare, onPicture }: MoreMenuProps) {
  const { later, onCloseAutoFocus } = useAfterMenu()
  const hasTeamMap = useHasTeamMap()
  const isStrong = useValue(teamContrast)
  return (
    <Menu
      label="More"
      onCloseAutoFocus={onCloseAutoFocus}
      trigger={
        <IconButton label="More" className={styles.narrow ?? ''}>
          <Ellipsis size={20} strokeWidth={1.75} />
        </IconButton>
      }
    >
      {onShare && (
        <>
          <MenuItem icon={<Share2 size={16} strokeWidth={1.75} />} onSelect={() => later(onShare)}>
            Share the board
          </MenuItem>
          <MenuLine />
        </>
      )}
      <ExportEntries onPicture={() => later(onPicture)} />
      {hasTeamMap && (
        <MenuItem
          icon={<Contrast size={16} strokeWidth={1.75} />}
          onSelect={() => setTeamContrast(!isStrong)}
        >
          {isStrong ? 'Published outlines of teams' : 'Stronger outlines of teams'}
        </MenuItem>
      )}
      <MenuLine />
      <MenuLabel>Light or dark</MenuLabel>
      <ThemeChoices />
    </Menu>
  )
}
