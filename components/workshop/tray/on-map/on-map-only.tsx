'use client'

import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { useBoardClient } from '../../../board/board-context'
import { Fold } from '../../../ui/controls/fold'
import { OnMap } from './on-map'
import { onMapWords } from './on-map-words'
import styles from './on-map-only.module.css'

/** Where cards went that left the list without a curve: each with its team or its map, where a press shows it. */
export function OnMapOnly() {
  const client = useBoardClient()
  const ids = useValue(client.view.onMapOnly)
  const where = useValue('where they are', () => onMapWords(client.view), [client])
  const [isOpen, setIsOpen] = useState(false)
  if (ids.length === 0) return null
  return (
    <Fold
      className={styles.section}
      summaryClassName={styles.summary}
      summary={`${ids.length} ${where}`}
      data-testid="on-map-only"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      {isOpen && (
        <ul className={styles.list}>
          {ids.map((id) => (
            <OnMap key={id} id={id} />
          ))}
        </ul>
      )}
    </Fold>
  )
}
