'use client'

import { useEffect, useState } from 'react'
import { useBoardClient } from '../../board/board-context'
import heard from '../../ui/heard.module.css'
import { bindUndone } from './bind-undone'
import type { ThingPlace } from './thing-places'

interface UndoneProps {
  /** Brings a thing into view. */
  readonly show: (place: ThingPlace) => void
}

/** Says what was taken back or done again, and what was deleted: aloud where it can be seen, else to everybody. */
export function Undone({ show }: UndoneProps) {
  const client = useBoardClient()
  const [said, setSaid] = useState({ at: 0, sentence: '' })
  useEffect(() => {
    // The same sentence twice is two things that were done.
    const hear = (sentence: string): void => setSaid(({ at }) => ({ at: at + 1, sentence }))
    return bindUndone({ client, show, hear })
  }, [client, show])
  return (
    <p className={heard.heard} aria-live="polite" data-testid="undone">
      <span key={said.at}>{said.sentence}</span>
    </p>
  )
}
