'use client'

import { ArrowRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { z } from '@/lib/zod'
import { Button } from '../../ui/controls/button'
import { TextField } from '../../ui/controls/text-field'
import { callServer } from '../server-call'
import styles from './create-board-form.module.css'
import { NAME_CHARACTERS, recallName, rememberName } from './person-name'
import { TemplateTile } from './template-tile'

const TITLE_CHARACTERS = 120
const createdSchema = z.object({ id: z.string() })

interface Faults {
  readonly title?: string
  readonly name?: string
  readonly server?: string
}

export function CreateBoardForm() {
  const router = useRouter()
  const titleField = useRef<HTMLInputElement>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<Faults>({})

  useEffect(() => {
    const field = nameField.current
    if (field && field.value === '') field.value = recallName()
  }, [])

  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    const title = (titleField.current?.value ?? '').trim()
    const name = (nameField.current?.value ?? '').trim()
    const missing = findMissing({ title, name })
    setFaults(missing)
    if (missing.title) return titleField.current?.focus()
    if (missing.name) return nameField.current?.focus()
    setBusy(true)
    rememberName(name)
    const body = { title, name, template: 'effort-value-curves' }
    const created = await callServer({ method: 'POST', path: '/api/boards', body, answer: createdSchema })
    if (created.ok) return router.push(`/b/${created.value.id}`)
    setFaults({ server: created.error })
    setBusy(false)
  }

  return (
    <form onSubmit={handleSubmit} noValidate className={styles.form}>
      <h2 className={styles.heading}>New board</h2>
      <TextField
        ref={titleField}
        label="What is it about?"
        name="title"
        placeholder="Initiatives for the next half year"
        maxLength={TITLE_CHARACTERS}
        error={faults.title ?? null}
      />
      <TextField
        ref={nameField}
        label="Your name"
        name="name"
        placeholder="As the others know you"
        autoComplete="name"
        maxLength={NAME_CHARACTERS}
        error={faults.name ?? null}
      />
      <TemplateTile />
      <Button look="primary" size="large" type="submit" busy={busy}>
        {busy ? 'Laying out the board…' : 'Create the board'}
        {!busy && <ArrowRight size={20} strokeWidth={1.75} />}
      </Button>
      {faults.server && (
        <p role="alert" className={styles.error}>
          {faults.server}
        </p>
      )}
    </form>
  )
}

function findMissing({ title, name }: { title: string; name: string }): Faults {
  return {
    ...(title === '' && { title: 'Give the board a title; it is on the invitation too.' }),
    ...(name === '' && { name: 'Say what the others may call you.' }),
  }
}
