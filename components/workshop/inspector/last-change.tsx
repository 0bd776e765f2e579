'use client'

import { useValue } from '@tldraw/state-react'
import { useEffect, useState } from 'react'
import type { InitiativeId } from '@/lib/ids'
import { useBoardClient } from '../../board/board-context'
import { changeWords } from './change-words'
import { useLastChange } from './use-last-change'

const LOOK_AT_THE_CLOCK_MS = 20_000

/** Who changed an initiative last, and when. */
export function LastChange({ id }: { readonly id: InitiativeId }) {
  const client = useBoardClient()
  const me = useValue(client.me)
  const people = useValue(client.presence.people)
  const change = useLastChange(id)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), LOOK_AT_THE_CLOCK_MS)
    return () => clearInterval(timer)
  }, [change])
  if (!change) return null
  // Who is here may go by another name since the server was asked.
  const name = people.find(({ personId }) => personId === change.personId)?.name ?? change.name
  return (
    <p data-testid="last-change" title={new Date(change.at).toLocaleString()}>
      {changeWords({ ...change, name }, { now, personId: me.personId })}
    </p>
  )
}
