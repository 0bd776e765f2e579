'use client'

import { react } from '@tldraw/state'
import { useEffect, useState } from 'react'
import { can } from '@/lib/access/roles'
import type { PresenceUser } from '@/lib/sync/presence'
import { useBoardClient } from '../../board/board-context'
import { arrivals } from './arrivals'
import { connectionWords } from './connection-words'
import { isInTouch } from '../../board/sync/is-in-touch'
import heard from '../../ui/heard.module.css'

/** Whose line is gone for a moment neither left nor joined; who arrives is here one by one. */
const LASTS_MS = 3_000

/** Says to those who hear the page what others see change at its edge: the connection, and who comes and goes. */
export function Announcements() {
  const client = useBoardClient()
  const [said, setSaid] = useState('')

  useEffect(() => {
    const mayEdit = (): boolean => can(client.me.get().role, 'edit')
    let connection = connectionWords(client.toldState.get(), null, mayEdit())
    // Those who were here before me did not just join.
    let known: readonly PresenceUser[] | null = null
    let looking: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      looking = undefined
      if (!isInTouch(client.toldState.get())) return
      const people = client.presence.people.get()
      const words = arrivals(known ?? people, people)
      known = people
      if (words !== '') setSaid(words)
    }
    const stopConnection = react('announce the connection', () => {
      const next = connectionWords(client.toldState.get(), connection, mayEdit())
      if (next !== connection && next !== null) setSaid(next)
      connection = next
    })
    const stopPeople = react('announce people', () => {
      client.presence.people.get()
      if (isInTouch(client.toldState.get())) looking ??= setTimeout(look, LASTS_MS)
    })
    return () => {
      clearTimeout(looking)
      stopConnection()
      stopPeople()
    }
  }, [client])

  return (
    <p className={heard.heard} aria-live="polite" data-testid="announcements">
      {said}
    </p>
  )
}
