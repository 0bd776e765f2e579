'use client'

import { react } from '@tldraw/state'
import { useEffect, useState } from 'react'
import { can } from '@/lib/access/roles'
import { useBoardClient } from '../../board/board-context'
import { arrivals } from './arrivals'
import { connectionWords } from './connection-words'
import { isInTouch } from './is-in-touch'
import heard from '../../ui/heard.module.css'

const SETTLING_MS = 3_000

/** Says to those who hear the page what others see change at its edge: the connection, and who comes and goes. */
export function Announcements() {
  const client = useBoardClient()
  const [said, setSaid] = useState('')

  useEffect(() => {
    const mayEdit = (): boolean => can(client.me.get().role, 'edit')
    let connection = connectionWords(client.toldState.get(), null, mayEdit())
    let people = client.presence.people.get()
    // Those who were here before me arrive one by one in the first moments; they did not just join.
    let settled = false
    let settling: ReturnType<typeof setTimeout> | undefined
    const stopConnection = react('announce the connection', () => {
      const next = connectionWords(client.toldState.get(), connection, mayEdit())
      if (next !== connection && next !== null) setSaid(next)
      connection = next
    })
    const stopPeople = react('announce people', () => {
      const next = client.presence.people.get()
      if (!isInTouch(client.toldState.get())) return
      settling ??= setTimeout(() => (settled = true), SETTLING_MS)
      const words = arrivals(people, next)
      if (settled && words !== '') setSaid(words)
      people = next
    })
    return () => {
      clearTimeout(settling)
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
