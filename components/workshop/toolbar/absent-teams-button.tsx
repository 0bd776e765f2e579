'use client'

import { useValue } from '@tldraw/state-react'
import { ListPlus } from 'lucide-react'
import { addAbsentWords } from '@/lib/teams/absent-words'
import { useBoardClient } from '../../board/board-context'
import { IconButton } from '../../ui/controls/icon-button'
import styles from './toolbar.module.css'

/** Adds the teams that initiatives name and no map shows; there while there are any. */
export function AbsentTeamsButton() {
  const client = useBoardClient()
  const canvas = useValue(client.canvas)
  const absent = useValue(client.view.absentTeams)
  if (absent.length === 0) return null
  return (
    <IconButton
      label={addAbsentWords(absent)}
      side="top"
      className={styles.absent ?? ''}
      disabled={!canvas}
      onClick={() => canvas?.addAbsentTeams()}
    >
      <ListPlus size={20} strokeWidth={1.75} />
    </IconButton>
  )
}
