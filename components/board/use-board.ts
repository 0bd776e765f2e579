'use client'

import { react } from '@tldraw/state'
import { useEffect, useRef, useState } from 'react'
import type { BoardClient } from './board-client'
import type { BoardClientOptions } from './client/board-client-options'
import { findDocument, type FoundDocument } from './client/find-document'
import { createBoardClient } from './create-board-client'
import { browserOfflineStorage } from './offline/storage/browser-offline-storage'
import { createRenewal } from './offline/create-renewal'
import type { Renewal } from './offline/renewal'
import { createBrowserClock } from './sync/clock'
import { createDrafts, type Drafts } from './text/drafts'

type BoardOfPage = Pick<BoardClientOptions, 'boardId' | 'title' | 'me' | 'epoch' | 'origin'>

/**
 * Opens a board for as long as this component is mounted; null until it is in the browser. A document that was given
 * up is replaced by a fresh one, as often as it takes.
 */
export function useBoard(page: BoardOfPage): BoardClient | null {
  const [client, setClient] = useState<BoardClient | null>(null)
  const [found, setFound] = useState<FoundDocument | null>(null)
  const latest = useRef({ page, found })
  useEffect(() => {
    latest.current = { page, found }
  })
  const { boardId, epoch } = page
  const last = useRef(atFirst(page))
  const renewal = useRenewal(page, setFound)
  useEffect(() => {
    let isLeft = false
    let opened: BoardClient | null = null
    void browserOfflineStorage().then((offline) => {
      if (isLeft) return
      if (last.current.boardId !== boardId) last.current = atFirst(latest.current.page)
      opened = openBoard({ ...latest.current, last: last.current, offline, renewal })
      setClient(opened)
    })
    return () => {
      isLeft = true
      // Before its fields go: what they hold then is put there.
      const { drafts } = last.current
      if (opened)
        last.current = { boardId, drafts, title: opened.title.get(), inspected: opened.inspected.get() }
      setClient(null)
      opened?.stop()
    }
  }, [boardId, epoch, found, renewal])
  return client
}

/** What goes on with the next document of a board. */
interface Last extends Pick<BoardOfPage, 'boardId' | 'title'> {
  readonly drafts: Drafts
  readonly inspected: ReturnType<BoardClient['inspected']['get']>
}

function atFirst({ boardId, title }: BoardOfPage): Last {
  return { boardId, title, drafts: createDrafts(), inspected: null }
}

interface Opening extends Required<Pick<BoardClientOptions, 'offline' | 'renewal'>> {
  readonly page: BoardOfPage
  readonly last: Last
  readonly found: FoundDocument | null
}

function openBoard({ page, last, found, offline, renewal }: Opening): BoardClient {
  const client = createBoardClient({
    ...page,
    // A board may have been renamed since the page was made.
    title: last.title,
    drafts: last.drafts,
    ...(found && { epoch: found.epoch, me: { ...page.me, role: found.role } }),
    offline,
    renewal,
    now: () => Date.now(),
    random: (lengthBytes) => crypto.getRandomValues(new Uint8Array(lengthBytes)),
  })
  client.start()
  if (last.inspected) inspectAgain(client, last.inspected)
  return client
}

/** Shows the same details as before, as soon as there is something to show. */
function inspectAgain(client: BoardClient, ids: NonNullable<Last['inspected']>): void {
  const stop = react('inspect again', () => {
    if (!client.ready.get()) return
    queueMicrotask(() => stop())
    client.inspected.set(ids)
  })
}

function useRenewal({ boardId, origin }: BoardOfPage, onFound: (found: FoundDocument) => void): Renewal {
  const [renewal] = useState(() =>
    createRenewal({
      clock: createBrowserClock(() => Date.now()),
      find: () => findDocument(`${origin}/api/boards/${boardId}`, (input, init) => fetch(input, init)),
      onFound,
    }),
  )
  useEffect(() => () => renewal.stop(), [renewal])
  return renewal
}
