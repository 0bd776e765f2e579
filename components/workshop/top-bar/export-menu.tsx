'use client'

import { Download } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { Spinner } from '../../ui/feedback/spinner'
import { IconButton } from '../../ui/controls/icon-button'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/overlays/menu'
import type { PictureScale } from './export-picture'
import { exportSpreadsheet } from './export-spreadsheet'
import { usePictureExport } from './use-picture-export'
import styles from './top-bar.module.css'

const SIZES: readonly { scale: PictureScale; name: string; hint: string }[] = [
  { scale: 1, name: 'For a chat', hint: '1×' },
  { scale: 2, name: 'For a slide', hint: '2×' },
  { scale: 4, name: 'For print', hint: '4×' },
]

/** The picture sizes as entries of a menu. */
export function PictureSizes({ onPick }: { readonly onPick: (scale: PictureScale) => void }) {
  return (
    <>
      <MenuLabel>Save as a PNG picture</MenuLabel>
      {SIZES.map(({ scale, name, hint }) => (
        <MenuItem key={scale} hint={hint} onSelect={() => onPick(scale)}>
          {name}
        </MenuItem>
      ))}
    </>
  )
}

/** Everything that is known of the initiatives, as an entry of a menu. */
export function SpreadsheetItem() {
  const client = useBoardClient()
  return (
    <MenuItem hint="CSV" onSelect={() => exportSpreadsheet(client, new Date())}>
      Spreadsheet
    </MenuItem>
  )
}

export function ExportMenu() {
  const { exporting, start } = usePictureExport(useBoardClient())
  return (
    <Menu
      label="Export"
      trigger={
        <IconButton
          label={exporting ? 'The picture is being made' : 'Export'}
          className={styles.wide ?? ''}
          aria-busy={exporting}
        >
          {exporting ? <Spinner size={20} /> : <Download size={20} strokeWidth={1.75} />}
        </IconButton>
      }
    >
      <PictureSizes onPick={start} />
      <MenuLine />
      <SpreadsheetItem />
    </Menu>
  )
}
