'use client'

import { createContext, useContext, type ReactNode } from 'react'
import type { BoardClient } from './board-client'

const BoardContext = createContext<BoardClient | null>(null)

/** Gives everything inside the one open board. The client is a stable object; what changes in it are its signals. */
export function BoardProvider({
  client,
  children,
}: {
  readonly client: BoardClient
  readonly children: ReactNode
}) {
  return <BoardContext value={client}>{children}</BoardContext>
}

/** The board this part of the page belongs to; throws outside of one. */
export function useBoardClient(): BoardClient {
  const client = useContext(BoardContext)
  if (!client) throw new Error('There is no board around this component')
  return client
}
