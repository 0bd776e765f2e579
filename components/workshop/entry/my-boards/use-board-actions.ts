import { useRouter } from 'next/navigation'
import { useCallback, useRef, useState } from 'react'
import { RESTORABLE_DAYS } from '@/lib/access/restorable'
import type { ErrorCode } from '@/lib/errors'
import { failureWords } from '../../failure-words'
import { isOfferedAgain, type ServerAct } from '../../server-act'
import { deleteBoard, duplicateBoard, leaveBoard, restoreBoard } from '../board-calls'
import type { BoardActions, ListedBoard } from './card/board-card'

interface HomeToast {
  readonly id: number
  readonly tone: 'info' | 'danger'
  readonly sentence: string
  readonly onUndo?: () => void
  readonly onRetry?: () => void
}

interface Act extends ServerAct<unknown>, Pick<HomeToast, 'onUndo'> {
  /** A second attempt is refused where the first was done without its answer arriving. */
  readonly doneBefore?: ErrorCode
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

  const run = async (act: Act, mayBeDone = false): Promise<void> => {
    const answer = await act.call()
    const id = ++lastId.current
    if (answer.ok || (mayBeDone && answer.error.code === act.doneBefore))
      setToast({ id, tone: 'info', sentence: act.done, ...(act.onUndo && { onUndo: act.onUndo }) })
    else {
      const { error } = answer
      const onRetry = (): void => void run(act, mayBeDone || error.isUnknown)
      const sentence = failureWords(error, act)
      setToast({ id, tone: 'danger', sentence, ...(isOfferedAgain(act, error) && { onRetry }) })
    }
    router.refresh()
  }
  const restore = ({ id, title }: ListedBoard): void => {
    onRestore(id)
    void run({
      call: () => restoreBoard(id),
      done: `“${title}” is back for everybody.`,
      failed: `“${title}” was not brought back.`,
      unsure: `“${title}” is back`,
    })
  }
  const actions: BoardActions = {
    rename: (board) => setAsked({ kind: 'rename', board }),
    leave: (board) => setAsked({ kind: 'leave', board }),
    duplicate: ({ id, title }) =>
      void run({
        call: () => duplicateBoard(id),
        done: `“${title}” is duplicated. The copy has links of its own; nobody else is on it.`,
        failed: `“${title}” was not duplicated.`,
        unsure: `“${title}” was duplicated`,
        isOnce: true,
      }),
    remove: (board) =>
      void run({
        call: () => deleteBoard(board.id),
        done: `“${board.title}” is deleted for everybody. You can bring it back for ${RESTORABLE_DAYS} days.`,
        failed: `“${board.title}” was not deleted.`,
        unsure: `“${board.title}” was deleted`,
        doneBefore: 'board-deleted',
        onUndo: () => restore(board),
      }),
  }
  const answer = {
    cancel: () => setAsked(null),
    renamed: () => router.refresh(),
    leave: () => {
      setAsked(null)
      if (!asked) return
      const { id, title } = asked.board
      void run({
        call: () => leaveBoard(id),
        done: `“${title}” is off your list.`,
        failed: `“${title}” is still on your list.`,
        unsure: `“${title}” is off your list`,
        doneBefore: 'left-board',
      })
    },
  }
  return { actions, asked, answer, restore, toast, closeToast }
}
