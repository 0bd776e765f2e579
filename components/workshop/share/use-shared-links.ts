import { useCallback, useEffect, useState } from 'react'
import type { Role } from '@/lib/access/roles'
import type { Called } from '../server-call'
import { ROLE_WORDS } from '../role-words'
import { endLink, loadLinks, replaceLink, type SharedLinks } from './share-calls'

/** The links of a board as they are while the dialog is open, and what can be done with them. */
interface Act {
  readonly call: () => Called<SharedLinks>
  readonly done: string
  readonly failed: string
}

interface SharingFault {
  readonly sentence: string
  /** Absent where it would fail again. */
  readonly retry?: () => void
}

export function useSharedLinks(boardId: string) {
  const [links, setLinks] = useState<SharedLinks | null>(null)
  const [fault, setFault] = useState<SharingFault | null>(null)
  /** What was just done, as a sentence. */
  const [said, setSaid] = useState('')

  const run = useCallback(async (act: Act): Promise<void> => {
    setFault(null)
    const answer = await act.call()
    setSaid(answer.ok ? act.done : '')
    if (answer.ok) return setLinks(answer.value)
    const { sentence, mayRetry } = answer.error
    const retry = (): void => void run(act)
    setFault({ sentence: `${act.failed} ${sentence}`, ...(mayRetry && { retry }) })
  }, [])
  useEffect(() => {
    const call = () => loadLinks({ boardId, origin: window.location.origin })
    void run({ call, done: '', failed: 'The links are not here yet.' })
  }, [boardId, run])

  return {
    links,
    fault,
    said,
    replace: (role: Role) =>
      run({
        call: () => replaceLink({ boardId, origin: window.location.origin }, role),
        done: `There is a new ${role} link. The old one opens nothing any more.`,
        failed: `There is no new ${role} link.`,
      }),
    end(role: Role, lastsMs: number | null) {
      const expiresAt = lastsMs === null ? null : Date.now() + lastsMs
      const name = ROLE_WORDS[role].name
      return run({
        call: () => endLink({ boardId, origin: window.location.origin }, role, expiresAt),
        done: `${name} link: its end is ${lastsMs === null ? 'taken away' : 'set'}.`,
        failed: `${name} link: its end was not changed.`,
      })
    },
  }
}
