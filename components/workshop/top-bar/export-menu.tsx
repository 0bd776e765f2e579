'use client'

import { Download, ImageDown, Sheet } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu, MenuItem } from '../../ui/overlays/menus/menu'
import { useAfterMenu } from '../../ui/overlays/menus/use-after-menu'
import { exportSpreadsheet } from '../files/export-spreadsheet'
import styles from './top-bar.module.css'

/** What can be taken along from a board, as entries of a menu. */
export function ExportEntries({ onPicture }: { readonly onPicture: () => void }) {
  const client = useBoardClient()
  return (
    <>
      <MenuItem icon={<ImageDown size={16} strokeWidth={1.75} />} hint="PNG, SVG" onSelect={onPicture}>
        Picture…
      </MenuItem>
      <MenuItem
        icon={<Sheet size={16} strokeWidth={1.75} />}
        hint="CSV"
        onSelect={() => exportSpreadsheet(client, new Date())}
      >
        Spreadsheet
      </MenuItem>
    </>
  )
}

export function ExportMenu({ onPicture }: { readonly onPicture: () => void }) {
  const { later, onCloseAutoFocus } = useAfterMenu()
  return (
    <Menu
      bar="top"
      label="Export"
      onCloseAutoFocus={onCloseAutoFocus}
      trigger={
        <IconButton label="Export" className={classNames(styles.wide, styles.worded)}>
          <Download size={20} strokeWidth={1.75} />
          <span className={styles.word}>Export</span>
        </IconButton>
      }
    >
      <ExportEntries onPicture={() => later(onPicture)} />
    </Menu>
  )
}
