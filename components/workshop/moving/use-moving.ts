import { useCallback, useEffect, useState } from 'react'
import type { BoardClient } from '../../board/board-client'
import { bindKeys } from '../keys/bind-keys'
import type { SoughtCard } from '../tray/sought-card'
import type { SearchEntry } from './search-entries'

interface Moving {
  /** Counts the times it was asked for, so that asking again begins anew; 0 while it is closed. */
  readonly searching: number
  openSearch(): void
  closeSearch(): void
  leaveSearch(): void
  /** Shows what was found where it is: on the canvas, or in the tray. */
  show(entry: SearchEntry): void
  readonly sought: SoughtCard | null
  readonly helping: boolean
  openHelp(): void
  setHelping(open: boolean): void
}

/** The search, the help sheet and the keys that open them. */
export function useMoving(client: BoardClient, unfoldTray: () => void): Moving {
  const [searching, setSearching] = useState(0)
  const [helping, setHelping] = useState(false)
  const [sought, setSought] = useState<SoughtCard | null>(null)
  const openSearch = useCallback(() => setSearching((times) => times + 1), [])
  const openHelp = useCallback(() => setHelping(true), [])
  useEffect(() => bindKeys({ client, openSearch, openHelp }), [client, openSearch, openHelp])
  return {
    searching,
    openSearch,
    leaveSearch: () => setSearching(0),
    closeSearch: () => {
      setSearching(0)
      client.canvas.get()?.focus()
    },
    show: ({ at }) => {
      setSearching(0)
      if ('shapeId' in at) return client.canvas.get()?.showCard(at.shapeId)
      unfoldTray()
      setSought({ id: at.waiting })
    },
    sought,
    helping,
    openHelp,
    setHelping,
  }
}
