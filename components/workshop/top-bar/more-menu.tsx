'use client'

import { useValue } from '@tldraw/state-react'
import { Contrast, Ellipsis, Share2 } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { setTeamContrast, teamContrast } from '../../board/team-contrast'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/overlays/menu'
import { ThemeChoices } from '../../ui/theme/theme-choices'
import { useHasTeamMap } from '../toolbar/use-has-team-map'
import { PictureSizes, SpreadsheetItem } from './export-menu'
import { usePictureExport } from './use-picture-export'
import styles from './top-bar.module.css'

/** On a narrow screen: everything that has no room in the bar. */
export function MoreMenu({ onShare }: { readonly onShare: (() => void) | null }) {
  const { start } = usePictureExport(useBoardClient())
  const hasTeamMap = useHasTeamMap()
  const isStrong = useValue(teamContrast)
  return (
    <Menu
      label="More"
      trigger={
        <IconButton label="More" className={styles.narrow ?? ''}>
          <Ellipsis size={20} strokeWidth={1.75} />
        </IconButton>
      }
    >
      {onShare && (
        <>
          <MenuItem icon={<Share2 size={16} strokeWidth={1.75} />} onSelect={onShare}>
            Share the board
          </MenuItem>
          <MenuLine />
        </>
      )}
      <PictureSizes onPick={start} />
      <SpreadsheetItem />
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
