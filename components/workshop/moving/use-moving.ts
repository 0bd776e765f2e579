import { useValue } from '@tldraw/state-react'
import { useCallback, useEffect, useState } from 'react'
import type { BoardClient } from '../../board/board-client'
import { isPhoneWidth } from '../../ui/phone-width'
import { bindKeys } from '../keys/bind-keys'
import type { SoughtCard } from '../tray/list/sought-card'
import type { ThingPlace } from '../undone/thing-places'
import type { SearchEntry } from './search-entries'

export interface Moving {
  /** Counts the times it was asked for, so that asking again begins anew; 0 while it is closed. */
  readonly searching: number
  openSearch(): void
  closeSearch(): void
  leaveSearch(): void
  /** Shows what was found where it is. */
  show(found: Pick<SearchEntry, 'at'>): void
  /** Shows something where it is, with the keyboard: on the canvas, or in the tray. */
  readonly goTo: (place: ThingPlace) => void
  readonly sought: SoughtCard | null
  readonly helping: boolean
  openHelp(): void
  setHelping(open: boolean): void
}

/** The search, the help sheet and the keys that open them. */
export function useMoving(client: BoardClient, setTrayFolded: (folded: boolean) => void): Moving {
  const searching = useValue(client.searching)
  const [helping, setHelping] = useState(false)
  const [sought, setSought] = useState<SoughtCard | null>(null)
  const openSearch = useCallback(() => void client.searching.update((times) => times + 1), [client])
  const openHelp = useCallback(() => setHelping(true), [])
  useEffect(() => bindKeys({ client, openSearch, openHelp }), [client, openSearch, openHelp])
  const goTo = useCallback(
    (place: ThingPlace) => {
      const canvas = client.canvas.get()
      if ('shapeId' in place) return canvas?.showShape(place.shapeId)
      if ('instanceId' in place) {
        canvas?.showTemplate(place.instanceId)
        return canvas?.focus()
      }
      // There details stand in the place of the tray.
      if (isPhoneWidth()) client.inspected.set(null)
      setTrayFolded(false)
      setSought({ id: place.waiting })
    },
    [client, setTrayFolded],
  )
  return {
    searching,
    openSearch,
    leaveSearch: () => void client.searching.set(0),
    closeSearch: () => {
      client.searching.set(0)
      client.canvas.get()?.focus()
    },
    show: ({ at }) => {
      client.searching.set(0)
      goTo(at)
    },
    goTo,
    sought,
    helping,
    openHelp,
    setHelping,
  }
}
