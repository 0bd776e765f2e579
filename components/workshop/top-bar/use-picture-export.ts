import { useState } from 'react'
import type { BoardClient } from '../../board/board-client'
import { useTheme } from '../../ui/theme/theme'
import { exportPicture, type PictureScale } from './export-picture'

/** Makes one picture at a time, in the theme that is on the screen. */
export function usePictureExport(client: BoardClient): {
  exporting: boolean
  start: (scale: PictureScale) => void
} {
  const dark = useTheme() === 'dark'
  const [exporting, setExporting] = useState(false)
  const start = (scale: PictureScale): void => {
    if (exporting) return
    setExporting(true)
    void exportPicture(client, { scale, dark, now: new Date() }).finally(() => setExporting(false))
  }
  return { exporting, start }
}
