'use client'

import { useValue } from '@tldraw/state-react'
import { Plus } from 'lucide-react'
import type { InitiativeId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { useBoardClient } from '../../board/board-context'
import { Button } from '../../ui/controls/button'
import { createInitiativeId } from '../import/create-initiative-id'
import styles from './search-panel.module.css'

interface AddSearchedProps {
  /** What was searched for in vain. */
  readonly title: string
  readonly onAdded: (id: InitiativeId) => void
}

/** Makes an initiative of what is not on the board yet; nothing for those who may not. */
export function AddSearched({ title, onAdded }: AddSearchedProps) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  if (!canEdit || title === '' || title.length > LIMITS.TITLE_CHARACTERS) return null
  const add = () => {
    const [added] = client.commands.addInitiatives([{ id: createInitiativeId(), title }])
    if (added !== undefined) onAdded(added)
  }
  return (
    <Button
      size="small"
      look="quiet"
      className={styles.add}
      // Where a pressed button takes no keyboard, the search would be left before it hears of the press.
      onMouseDown={(event) => event.preventDefault()}
      onClick={add}
    >
      <Plus size={16} strokeWidth={1.75} />
      <span className={styles.title}>Add “{title}” to the cards to place</span>
    </Button>
  )
}
