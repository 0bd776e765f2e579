import { useEffect } from 'react'
import * as z from '@/lib/zod'
import { callServer } from './server-call'

/** Whoever deleted a board by mistake brings it back within seconds, while a whole group looks at this. */
const ASKS_EVERY_MS = 5_000
const boardSchema = z.object({ id: z.string() })

/** Loads the page again once a deleted board is back, asking now and then while somebody may see it; null asks nothing. */
export function useBackAgain(boardId: string | null): void {
  useEffect(() => {
    if (boardId === null) return
    let isOver = false
    const ask = async (): Promise<void> => {
      if (document.hidden) return
      const path = `/api/boards/${encodeURIComponent(boardId)}`
      const answer = await callServer({ method: 'GET', path, answer: boardSchema })
      if (!answer.ok || isOver) return
      stop()
      window.location.reload()
    }
    const timer = setInterval(() => void ask(), ASKS_EVERY_MS)
    const onLook = (): void => void ask()
    document.addEventListener('visibilitychange', onLook)
    const stop = (): void => {
      isOver = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onLook)
    }
    return stop
  }, [boardId])
}
