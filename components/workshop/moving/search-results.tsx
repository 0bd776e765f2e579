'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect, useRef } from 'react'
import { hueOf } from '@/lib/teams/team-hues'
import { useBoardClient } from '../../board/board-context'
import { teamColor } from '../../board/colors/team-color'
import type { SearchEntry } from './search-entries'
import styles from './search-panel.module.css'

interface SearchResultsProps {
  readonly listId: string
  readonly entries: readonly SearchEntry[]
  readonly active: number
  readonly onHover: (at: number) => void
  readonly onPick: (entry: SearchEntry) => void
}

/** What was found; the keyboard stays in the field above. */
export function SearchResults({ listId, entries, active, onHover, onPick }: SearchResultsProps) {
  const hues = useValue(useBoardClient().view.teamHues)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.children.item(active)?.scrollIntoView({ block: 'nearest' })
  }, [active, entries])
  return (
    <ul ref={list} id={listId} className={styles.list} role="listbox" aria-label="Found">
      {entries.map((entry, at) => (
        <li
          key={entry.key}
          id={`${listId}-${at}`}
          className={styles.entry}
          role="option"
          aria-selected={at === active}
          style={{ borderColor: teamColor(hueOf(hues, entry.wears)) }}
          onPointerMove={() => at !== active && onHover(at)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(entry)}
        >
          <span className={styles.title}>{entry.title}</span>
          <span className={styles.facts}>{factsOf(entry)}</span>
        </li>
      ))}
    </ul>
  )
}

function factsOf({ where, team, isOnItsTeam, owner, externalKey }: SearchEntry): string {
  return [where, isOnItsTeam ? '' : team, owner, externalKey].filter(Boolean).join(' · ')
}
