import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import { RESTORABLE_DAYS } from '@/lib/access/restorable'
import type { Result } from '@/lib/result'
import { deleteBoard, duplicateBoard, leaveBoard, restoreBoard } from '../board-calls'
import type { BoardActions, ListedBoard } from './board-card'

interface HomeToast {
  readonly id: number
  readonly tone: 'info' | 'danger'
  readonly sentence: string
  readonly onUndo?: () => void
}

/** What somebody is asked before it happens. */
export interface Asked {
  readonly kind: 'rename' | 'leave'
  readonly board: ListedBoard
}

/**
 * What can be done with boards on the home page. The list is read again from the server after each change; `onRestore`
 * hears which board comes back with it.
 */
export function useBoardActions(onRestore: (boardId: string) => void) {
  const router = useRouter()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [toast, setToast] = useState<HomeToast | null>(null)
  const lastId = useRef(0)
  const closeToast = useCallback(() => setToast(null), [])

  const run = async (
    call: Promise<Result<unknown, string>>,
    said: Pick<HomeToast, 'sentence' | 'onUndo'>,
  ) => {
    const answer = await call
    const told = answer.ok
      ? ({ tone: 'info', ...said } as const)
      : ({ tone: 'danger', sentence: answer.error } as const)
    setToast({ id: ++lastId.current, ...told })
    router.refresh()
  }
  const restore = ({ id, title }: ListedBoard): void => {
    onRestore(id)
    void run(restoreBoard(id), { sentence: `“${title}” is back for everybody.` })
  }
  const actions: BoardActions = {
    rename: (board) => setAsked({ kind: 'rename', board }),
    leave: (board) => setAsked({ kind: 'leave', board }),
    duplicate: ({ id, title }) =>
      void run(duplicateBoard(id), {
        sentence: `“${title}” is duplicated. The copy has links of its own; nobody else is on it.`,
      }),
    remove: (board) =>
      void run(deleteBoard(board.id), {
        sentence: `“${board.title}” is deleted for everybody. You can bring it back for ${RESTORABLE_DAYS} days.`,
        onUndo: () => restore(board),
      }),
  }
  const answer = {
    cancel: () => setAsked(null),
    renamed: () => router.refresh(),
    leave: () => {
      setAsked(null)
      if (!asked) return
      void run(leaveBoard(asked.board.id), { sentence: `“${asked.board.title}” is off your list.` })
    },
  }
  return { actions, asked, answer, restore, toast, closeToast }
}
