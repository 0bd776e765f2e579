'use client'

import { useEffect, useState, type ReactNode } from 'react'
import type { Role } from '@/lib/access/roles'
import type { BoardId, PersonId } from '@/lib/ids'
import { BoardProvider } from '../board/board-context'
import { useBoard } from '../board/use-board'
import { BoardFrame } from './board-frame'
import { BoardSkeleton } from './board-skeleton'

interface OpenedBoard {
  readonly boardId: BoardId
  readonly title: string
  readonly epoch: number
  readonly role: Role
  readonly personId: PersonId
  readonly name: string
  readonly colorSlot: number
}

interface BoardPageProps {
  readonly board: OpenedBoard
  /** The canvas. */
  readonly children: ReactNode
}

/** Opens the board in the browser and puts its frame around the canvas. */
export function BoardPage({ board, children }: BoardPageProps) {
  const [origin, setOrigin] = useState('')
  useEffect(() => setOrigin(window.location.origin), [])
  return origin === '' ? (
    <BoardSkeleton title={board.title} />
  ) : (
    <OpenBoard board={board} origin={origin}>
      {children}
    </OpenBoard>
  )
}

function OpenBoard({ board, origin, children }: BoardPageProps & { readonly origin: string }) {
  const { boardId, title, epoch, role, personId, name, colorSlot } = board
  const client = useBoard({ boardId, title, epoch, origin, me: { personId, name, role, colorSlot } })
  if (!client) return <BoardSkeleton title={title} />
  return (
    <BoardProvider client={client}>
      <BoardFrame>{children}</BoardFrame>
    </BoardProvider>
  )
}
