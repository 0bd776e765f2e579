import { useCallback, useEffect, useRef, useState } from 'react'
import type { Role } from '@/lib/access/roles'
import { failureWords } from '../failure-words'
import type { Called } from '../server-call'
import { ROLE_WORDS } from '../role-words'
import { endLink, loadLinks, replaceLink, type SharedLinks } from './share-calls'

interface Act {
  readonly call: () => Called<SharedLinks>
  readonly done: string
  readonly failed: string
  readonly unsure: string
  /** It would be done twice. */
  readonly isOnce?: true
}

interface SharingFault {
  readonly sentence: string
  /** Absent where it would fail again. */
  readonly retry?: () => void
}

/** The links of a board as they are while the dialog is open, and what can be done with them. */
export function useSharedLinks(boardId: string) {
  const [links, setLinks] = useState<SharedLinks | null>(null)
  const [fault, setFault] = useState<SharingFault | null>(null)
  /** What was just done, or is under way, as a sentence. */
  const [said, setSaid] = useState('')
  const lastAct = useRef(0)

  const load = useCallback(() => loadLinks({ boardId, origin: window.location.origin }), [boardId])
  const run = useCallback(
    async (act: Act): Promise<void> => {
      const id = ++lastAct.current
      setFault(null)
      const answer = await act.call()
      setSaid(answer.ok ? act.done : '')
      if (answer.ok) return setLinks(answer.value)
      const { mayRetry, isUnknown } = answer.error
      const retry = (): void => {
        setSaid('Trying again…')
        void run(act)
      }
      const isOffered = mayRetry && !(isUnknown && act.isOnce)
      setFault({ sentence: failureWords(answer.error, act), ...(isOffered && { retry }) })
      const now = isUnknown ? await load() : null
      // What was done since answers with links that are newer.
      if (now?.ok && id === lastAct.current) setLinks(now.value)
    },
    [load],
  )
  useEffect(() => {
    void run({ call: load, done: '', failed: 'The links are not here yet.', unsure: 'they are here' })
  }, [load, run])

  return {
    links,
    fault,
    said,
    replace: (role: Role) =>
      run({
        call: () => replaceLink({ boardId, origin: window.location.origin }, role),
        done: `There is a new ${role} link. The old one opens nothing any more.`,
        failed: `There is no new ${role} link.`,
        unsure: `there is a new ${role} link`,
        isOnce: true,
      }),
    end(role: Role, lastsMs: number | null) {
      const name = ROLE_WORDS[role].name
      return run({
        call: () => {
          // Reckoned anew for each attempt: it lasts from when it is set.
          const expiresAt = lastsMs === null ? null : Date.now() + lastsMs
          return endLink({ boardId, origin: window.location.origin }, role, expiresAt)
        },
        done: `${name} link: its end is ${lastsMs === null ? 'taken away' : 'set'}.`,
        failed: `${name} link: its end was not changed.`,
        unsure: `the end of the ${role} link was changed`,
      })
    },
  }
}
