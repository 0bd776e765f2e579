'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import * as z from '@/lib/zod'
import { higherRole, type Role } from '@/lib/access/roles'
import { NAME_LIMITS } from '@/lib/name-limits'
import { Button } from '../../ui/controls/button'
import { TextField } from '../../ui/controls/fields/text-field'
import { useHydrated } from '../../ui/use-hydrated'
import { ROLE_WORDS } from '../role-words'
import { failureWords } from '../failure-words'
import { callServer } from '../server-call'
import styles from './join-form.module.css'
import { recallName, rememberName } from './person-name'

const WORDS = { failed: 'You have not joined.', unsure: 'you have joined' }
const joinedSchema = z.object({ boardId: z.string() })

interface JoinFormProps {
  readonly secret: string
  readonly boardTitle: string
  readonly role: Role
  /** What one may do on the board already; null for whoever is not on it. */
  readonly ownRole: Role | null
}

/** What is wrong stands at the name, or at the button where the name is not to blame. */
type JoinState = 'waiting' | 'joining' | { readonly at: 'name' | 'link'; readonly error: string }

export function JoinForm({ secret, boardTitle, role, ownRole }: JoinFormProps) {
  const router = useRouter()
  const isHydrated = useHydrated()
  const nameField = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<JoinState>('waiting')
  const kept = ownRole ? higherRole(ownRole, role) : role
  const givesNothing = kept === ownRole

  useEffect(() => {
    const field = nameField.current
    if (field && field.value === '') field.value = recallName()
    field?.focus()
  }, [])

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const name = (nameField.current?.value ?? '').trim()
    if (name === '') return setState({ at: 'name', error: 'Say what the others may call you.' })
    setState('joining')
    rememberName(name)
    const body = { secret, name }
    const joined = await callServer({ method: 'POST', path: '/api/join', body, answer: joinedSchema })
    if (!joined.ok) return setState({ at: 'link', error: failureWords(joined.error, WORDS) })
    // Replacing takes the secret out of the address bar and out of the history.
    router.replace(`/b/${joined.value.boardId}`)
  }

  return (
    <form onSubmit={handleSubmit} noValidate className={styles.form}>
      <div>
        <p className={styles.lead}>{givesNothing ? 'You are on this board already' : 'You are invited to'}</p>
        <h1 className={styles.title}>{boardTitle}</h1>
      </div>
      <p className={styles.role}>
        <span className={styles.roleName}>{ROLE_WORDS[kept].name}</span>
        {ROLE_WORDS[kept].may}
        {kept !== role &&
          ` A ${role} link takes nothing from you: open it in another browser to see what it gives.`}
      </p>
      <TextField
        ref={nameField}
        label="Your name"
        name="name"
        placeholder="As the others know you"
        autoComplete="name"
        enterKeyHint="go"
        maxLength={NAME_LIMITS.PERSON_CHARACTERS}
        error={faultAt(state, 'name')}
        hint="Everybody on the board sees it. No account is needed."
      />
      <Button look="primary" size="large" type="submit" waking={!isHydrated} busy={state === 'joining'}>
        {state === 'joining' ? 'Joining…' : givesNothing ? 'Open the board' : 'Join the board'}
      </Button>
      {faultAt(state, 'link') && (
        <p role="alert" className={styles.error}>
          {faultAt(state, 'link')}
        </p>
      )}
    </form>
  )
}

function faultAt(state: JoinState, at: 'name' | 'link'): string | null {
  return typeof state === 'object' && state.at === at ? state.error : null
}
