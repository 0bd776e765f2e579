'use client'

import { useEffect, useRef, useState } from 'react'
import type { BoardClient } from './board-client'
import type { BoardClientOptions } from './client/board-client-options'
import { createBoardClient } from './create-board-client'

type BoardOfPage = Pick<BoardClientOptions, 'boardId' | 'title' | 'me' | 'epoch' | 'origin'>

/** Opens a board for as long as this component is mounted; null until it is in the browser. */
export function useBoard(page: BoardOfPage): BoardClient | null {
  const [client, setClient] = useState<BoardClient | null>(null)
  const latest = useRef(page)
  useEffect(() => {
    latest.current = page
  })
  const { boardId, epoch } = page
  useEffect(() => {
    const opened = createBoardClient({
      ...latest.current,
      now: () => Date.now(),
      random: (lengthBytes) => crypto.getRandomValues(new Uint8Array(lengthBytes)),
    })
    opened.start()
    setClient(opened)
    return () => {
      setClient(null)
      opened.stop()
    }
  }, [boardId, epoch])
  return client
}
