import { useCallback, useEffect, useState } from 'react'
import type { Role } from '@/lib/access/roles'
import type { Result } from '@/lib/result'
import { ROLE_WORDS } from '../role-words'
import { endLink, loadLinks, replaceLink, type SharedLinks } from './share-calls'

/** The links of a board as they are while the dialog is open, and what can be done with them. */
export function useSharedLinks(boardId: string) {
  const [links, setLinks] = useState<SharedLinks | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  /** What was just done, as a sentence. */
  const [said, setSaid] = useState('')

  const take = useCallback((answer: Result<SharedLinks, string>, done: string): void => {
    setFault(answer.ok ? null : answer.error)
    setSaid(answer.ok ? done : '')
    if (answer.ok) setLinks(answer.value)
  }, [])
  const load = useCallback(async () => {
    setFault(null)
    take(await loadLinks({ boardId, origin: window.location.origin }), '')
  }, [boardId, take])
  useEffect(() => void load(), [load])

  return {
    links,
    fault,
    said,
    load: () => void load(),
    async replace(role: Role) {
      const answer = await replaceLink({ boardId, origin: window.location.origin }, role)
      take(answer, `There is a new ${role} link. The old one opens nothing any more.`)
    },
    async end(role: Role, lastsMs: number | null) {
      const expiresAt = lastsMs === null ? null : Date.now() + lastsMs
      const answer = await endLink({ boardId, origin: window.location.origin }, role, expiresAt)
      take(answer, `${ROLE_WORDS[role].name} link: its end is ${lastsMs === null ? 'taken away' : 'set'}.`)
    },
  }
}
