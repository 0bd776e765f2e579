import { useLayoutEffect, type ReactNode } from 'react'
import type { Role } from '@/lib/access/roles'
import type { BoardId, PersonId } from '@/lib/ids'
import { BoardProvider } from '../board/board-context'
import { useBoard } from '../board/use-board'
import { BoardFrame } from './board-frame'

export interface OpenedBoard {
  readonly boardId: BoardId
  readonly title: string
  readonly epoch: number
  readonly role: Role
  readonly personId: PersonId
  readonly name: string
  readonly colorSlot: number
}

export interface OpenBoardProps {
  readonly board: OpenedBoard
  /** Told whether there is something to see, before it is painted. */
  readonly onOpenChange: (isOpen: boolean) => void
  /** The canvas. */
  readonly children: ReactNode
}

/** The board with its document and its connection, in its frame; nothing until it is there. */
export function OpenBoard({ board, onOpenChange, children }: OpenBoardProps) {
  const { boardId, title, epoch, role, personId, name, colorSlot } = board
  const { origin } = window.location
  const client = useBoard({ boardId, title, epoch, origin, me: { personId, name, role, colorSlot } })
  useLayoutEffect(() => onOpenChange(client !== null), [client, onOpenChange])
  return (
    client && (
      <BoardProvider client={client}>
        <BoardFrame>{children}</BoardFrame>
      </BoardProvider>
    )
  )
}
