'use client'

import dynamic from 'next/dynamic'
import { useState, type ReactNode } from 'react'
import { BoardSkeleton } from './skeleton/board-skeleton'
import type { OpenedBoard } from './open-board'

// A document and its connection live in a browser only. On the server their packages would be loaded a second time,
// beside those of the rooms, and say so in its log.
const OpenBoard = dynamic(() => import('./open-board').then(({ OpenBoard }) => OpenBoard), { ssr: false })

interface BoardPageProps {
  readonly board: OpenedBoard
  /** The canvas. */
  readonly children: ReactNode
}

/** Opens the board in the browser; its empty frame stands until then, from the first byte of the page on. */
export function BoardPage({ board, children }: BoardPageProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {!isOpen && <BoardSkeleton title={board.title} />}
      <OpenBoard key={board.boardId} board={board} onOpenChange={setOpen}>
        {children}
      </OpenBoard>
    </>
  )
}
