'use client'

import { useValue } from '@tldraw/state-react'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../../board/board-context'
import { Button } from '../../../ui/controls/button'
import { TextField } from '../../../ui/controls/fields/text-field'
import { EmptyState } from '../../../ui/feedback/empty-state'
import { Skeleton } from '../../../ui/feedback/skeleton'
import { isFound } from './is-found'
import { showSought, type SoughtCard } from './sought-card'
import { TrayCard } from '../card/tray-card'
import type { TrayDrag } from '../drag/tray-drag'
import { TrayEmpty } from './tray-empty'
import { trayWords } from '../tray-words'
import styles from '../tray.module.css'

interface TrayListProps {
  readonly drag: TrayDrag
  readonly sought: SoughtCard | null
  readonly onImport: () => void
}

/** A short list needs no search. */
const SEARCH_ABOVE = 8

export function TrayList({ drag, sought, onImport }: TrayListProps) {
  const client = useBoardClient()
  const ready = useValue(client.ready)
  const unplaced = useValue(client.view.unplaced)
  const { role } = useValue(client.me)
  const [search, setSearch] = useState('')
  const [focused, setFocused] = useState<InitiativeId | null>(null)
  const searches = unplaced.length > SEARCH_ABOVE || search !== ''
  const shown = useValue(
    'shown in the tray',
    () => client.view.unplaced.get().filter((id) => isFound(client.view.initiative(id).get(), search)),
    [client, search],
  )

  const list = useRef<HTMLUListElement>(null)
  const [hasAskedForAll, setHasAskedForAll] = useState(false)
  // The button that had the keyboard went with what it stood in.
  useEffect(() => {
    if (!hasAskedForAll) return
    setHasAskedForAll(false)
    list.current?.querySelector<HTMLElement>('[data-tray-card]')?.focus()
  }, [hasAskedForAll])
  useEffect(() => {
    if (!sought) return
    setSearch('')
    return showSought(list, sought)
  }, [sought])

  const showAll = () => {
    setSearch('')
    setHasAskedForAll(true)
  }
  if (!ready && unplaced.length === 0) return <WaitingCards />
  if (unplaced.length === 0) return <TrayEmpty onImport={onImport} />
  const tabStop = focused !== null && shown.includes(focused) ? focused : shown[0]
  return (
    <>
      {searches && (
        <TextField
          className={styles.search ?? ''}
          label="Filter this list"
          hideLabel
          quiet
          type="search"
          placeholder="Filter this list"
          icon={<Search size={16} strokeWidth={1.75} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setSearch('')}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState
          title="Nothing found"
          action={
            <Button size="small" onClick={showAll}>
              Show all cards
            </Button>
          }
        >
          No card in this list says “{search}”.
        </EmptyState>
      ) : (
        <ul ref={list} className={styles.list} aria-label={trayWords(role).list}>
          {shown.map((id) => (
            <TrayCard key={id} id={id} drag={drag} tabStop={id === tabStop} onFocus={() => setFocused(id)} />
          ))}
        </ul>
      )}
    </>
  )
}

function WaitingCards() {
  return (
    <div className={styles.list} aria-hidden>
      {[0, 1, 2, 3].map((index) => (
        <Skeleton key={index} className={styles.waiting ?? ''} />
      ))}
    </div>
  )
}
