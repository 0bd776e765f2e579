import { useCallback, useEffect, useRef, useState } from 'react'
import type { Role } from '@/lib/access/roles'
import { failureWords } from '../failure-words'
import { isOfferedAgain, type ServerAct } from '../server-act'
import { ROLE_WORDS } from '../role-words'
import { changedEndWords } from './expiry-words'
import { endLink, loadLinks, replaceLink, type SharedLinks } from './share-calls'

interface SharingFault {
  readonly sentence: string
  /** Absent where it would fail again. */
  readonly retry?: () => void
}

interface LinkAct extends Omit<ServerAct<SharedLinks>, 'done'> {
  readonly done: (now: SharedLinks) => string
}

/** The links of a board as they are while the dialog is open, and what can be done with them. */
export function useSharedLinks(boardId: string) {
  const [links, setLinks] = useState<SharedLinks | null>(null)
  const [fault, setFault] = useState<SharingFault | null>(null)
  /** What was just done, or is under way, as a sentence. */
  const [said, setSaid] = useState('')
  const lastTurn = useRef(Promise.resolve())

  const load = useCallback(() => loadLinks({ boardId, origin: window.location.origin }), [boardId])
  const carryOut = useCallback(
    async (act: LinkAct, retry: () => void): Promise<void> => {
      const answer = await act.call()
      setSaid(answer.ok ? act.done(answer.value) : '')
      if (answer.ok) return setLinks(answer.value)
      const sentence = failureWords(answer.error, act)
      setFault({ sentence, ...(isOfferedAgain(act, answer.error) && { retry }) })
      const now = answer.error.isUnknown ? await load() : null
      if (now?.ok) setLinks(now.value)
    },
    [load],
  )
  const run = useCallback(
    (act: LinkAct): void => {
      setFault(null)
      const retry = (): void => {
        setSaid('Trying again…')
        run(act)
      }
      // One after another: each answers with all links, and of two at once the older answer could come last.
      lastTurn.current = lastTurn.current.then(() => carryOut(act, retry))
    },
    [carryOut],
  )
  useEffect(() => {
    run({ call: load, done: () => '', failed: 'The links are not here yet.', unsure: 'they are here' })
  }, [load, run])

  return {
    links,
    fault,
    said,
    replace: (role: Role) =>
      run({
        call: () => replaceLink({ boardId, origin: window.location.origin }, role),
        done: () => `There is a new ${role} link. The old one opens nothing any more.`,
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
        done: (now) => changedEndWords(`The ${role} link`, now[role].expiresAt, Date.now()),
        failed: `${name} link: its end was not changed.`,
        unsure: `the end of the ${role} link was changed`,
      })
    },
  }
}
