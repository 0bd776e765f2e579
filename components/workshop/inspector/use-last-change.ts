import { useValue } from '@tldraw/state-react'
import { useEffect, useRef, useState } from 'react'
import type { InitiativeId } from '@/lib/ids'
import * as z from '@/lib/zod'
import { useBoardClient } from '../../board/board-context'
import { callServer } from '../server-call'
import type { Change } from './change-words'

/** Somebody who types changes something with every letter; one question answers for all of them. */
const SETTLES_MS = 700

const answerSchema = z.object({
  change: z.object({ personId: z.string(), name: z.string().nullable(), at: z.number() }).nullable(),
})

/** Who changed an initiative last, asked again when it has changed and is saved; null while that is not known. */
export function useLastChange(id: InitiativeId): Change | null {
  const client = useBoardClient()
  const { boardId, view } = client
  const initiative = useValue(view.initiative(id))
  const places = useValue(view.placements(id))
  const isSaved = useValue('saved', () => client.saveState.get().kind === 'saved', [client])
  const [known, setKnown] = useState<{ readonly id: InitiativeId; readonly change: Change | null } | null>(
    null,
  )
  const asked = useRef<InitiativeId | null>(null)

  useEffect(() => {
    if (!isSaved) return
    let isWanted = true
    const ask = async (): Promise<void> => {
      const path = `/api/boards/${boardId}/initiatives/${id}/last-change`
      const answer = await callServer({ method: 'GET', path, answer: answerSchema })
      if (isWanted && answer.ok) setKnown({ id, change: answer.value.change })
    }
    const timer = setTimeout(() => void ask(), asked.current === id ? SETTLES_MS : 0)
    asked.current = id
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [boardId, id, initiative, places, isSaved])
  return known?.id === id ? known.change : null
}
