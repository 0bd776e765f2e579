'use client'

import { useValue } from '@tldraw/state-react'
import { Search, X } from 'lucide-react'
import { useEffect, useId, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { rankFound } from '@/lib/moving/rank-found'
import { useBoardClient } from '../../board/board-context'
import { IconButton } from '../../ui/controls/icon-button'
import { hasFinePointer } from '../../ui/has-fine-pointer'
import { AddSearched } from './add-searched'
import { searchEntries, type SearchEntry } from './search-entries'
import { SearchResults } from './search-results'
import styles from './search-panel.module.css'

interface SearchPanelProps {
  readonly onShow: (found: Pick<SearchEntry, 'at'>) => void
  /** The search was given up from within. */
  readonly onClose: () => void
  /** The keyboard went elsewhere. */
  readonly onLeave: () => void
}

/** More than these are not read; another word is typed. */
const MOST_SHOWN = 40

/** Finds a card by what it says, by its key, its owner or its team, and a team by its name. */
export function SearchPanel({ onShow, onClose, onLeave }: SearchPanelProps) {
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const { entries, found } = useFound(search)
  const shown = found.slice(0, MOST_SHOWN)
  const active = Math.min(at, shown.length - 1)

  useEffect(() => field.current?.focus(), [])
  const handleKey = (event: KeyboardEvent) => {
    const chosen = shown[active]
    if (event.key === 'Escape') onClose()
    else if (event.key === 'ArrowDown') setAt(Math.min(active + 1, shown.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && chosen) onShow(chosen)
    else return
    event.preventDefault()
  }
  return (
    <div
      className={styles.panel}
      role="search"
      aria-label="Find a card or team"
      data-testid="search"
      onBlur={(event) => hasLeft(event) && onLeave()}
    >
      <div className={styles.row}>
        <Search className={styles.icon} size={16} strokeWidth={1.75} aria-hidden />
        <input
          ref={field}
          className={styles.field}
          role="combobox"
          aria-label="Find a card or team"
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(shown[active] && { 'aria-activedescendant': `${listId}-${active}` })}
          placeholder="Title, key, owner or team"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={handleKey}
        />
        <IconButton label="Close the search" size="small" onClick={onClose}>
          <X size={16} strokeWidth={1.75} />
        </IconButton>
      </div>
      <SearchResults listId={listId} entries={shown} active={active} onHover={setAt} onPick={onShow} />
      <p className={styles.count} role="status">
        {sentence(found.length, search, entries.length)}
      </p>
      {found.length === 0 && (
        <AddSearched title={search.trim()} onAdded={(id) => onShow({ at: { waiting: id } })} />
      )}
    </div>
  )
}

function useFound(search: string) {
  const client = useBoardClient()
  const entries = useValue('search entries', () => searchEntries(client), [client])
  const found = useMemo(() => rankFound(entries, search), [entries, search])
  return { entries, found }
}

/** Who goes on elsewhere is done searching; who only looks at another window is not. */
function hasLeft({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return !currentTarget.contains(relatedTarget) && document.hasFocus()
}

function sentence(found: number, search: string, all: number): string {
  if (all === 0) return 'There is nothing to find on this board yet.'
  if (found === 0) return `No title, key, owner or team matches “${search.trim()}”.`
  const shown = found > MOST_SHOWN ? `, the nearest ${MOST_SHOWN} shown` : ''
  const how = hasFinePointer()
    ? 'Enter shows the chosen one on the board'
    : 'Press one to see it on the board'
  return `${found} found${shown}. ${how}.`
}
