'use client'

import { useEffect, useRef, useState } from 'react'
import type { BoardClient } from './board-client'
import type { BoardClientOptions } from './client/board-client-options'
import { findDocument, type FoundDocument } from './client/find-document'
import { createBoardClient } from './create-board-client'
import { browserOfflineStorage } from './offline/storage/browser-offline-storage'
import { createRenewal } from './offline/create-renewal'
import type { Renewal } from './offline/renewal'
import { createBrowserClock } from './sync/clock'

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
  /** A board may have been renamed since the page was made. */
  const called = useRef({ boardId, title: page.title })
  const renewal = useRenewal(page, setFound)
  useEffect(() => {
    let isLeft = false
    let opened: BoardClient | null = null
    void browserOfflineStorage().then((offline) => {
      if (isLeft) return
      const title = called.current.boardId === boardId ? called.current.title : latest.current.page.title
      opened = openBoard({ ...latest.current, title, offline, renewal })
      setClient(opened)
    })
    return () => {
      isLeft = true
      setClient(null)
      if (opened) called.current = { boardId, title: opened.title.get() }
      opened?.stop()
    }
  }, [boardId, epoch, found, renewal])
  return client
}

interface Opening extends Required<Pick<BoardClientOptions, 'offline' | 'renewal'>> {
  readonly page: BoardOfPage
  readonly title: string
  readonly found: FoundDocument | null
}

function openBoard({ page, title, found, offline, renewal }: Opening): BoardClient {
  const client = createBoardClient({
    ...page,
    title,
    ...(found && { epoch: found.epoch, me: { ...page.me, role: found.role } }),
    offline,
    renewal,
    now: () => Date.now(),
    random: (lengthBytes) => crypto.getRandomValues(new Uint8Array(lengthBytes)),
  })
  client.start()
  return client
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
