'use client'

import { useValue } from '@tldraw/state-react'
import { PanelLeftOpen } from 'lucide-react'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import styles from './tray-tab.module.css'
import { trayWords } from './tray-words'

/** What is left of a folded tray: the way back to it. */
export function TrayTab({ onOpen }: { readonly onOpen: () => void }) {
  const client = useBoardClient()
  const waiting = useValue('waiting', () => client.view.unplaced.get().length, [client])
  const { role } = useValue(client.me)
  return (
    <Button className={styles.tab} onClick={onOpen}>
      <PanelLeftOpen size={16} strokeWidth={1.75} />
      {trayWords(role).heading}
      <span className={styles.count}>{waiting}</span>
    </Button>
  )
}
