'use client'

import { ArrowRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, type ComponentProps, type FormEvent } from 'react'
import { NAME_LIMITS } from '@/lib/name-limits'
import { listStarts } from '@/lib/templates/gallery'
import { Button } from '../../../ui/controls/button'
import { TextField } from '../../../ui/controls/fields/text-field'
import { useHydrated } from '../../../ui/use-hydrated'
import { failureWords } from '../../failure-words'
import { createBoard } from '../board-calls'
import styles from './create-board-form.module.css'
import { recallName, rememberName } from '../person-name'
import { TemplateGallery } from './template-gallery'

const STARTS = listStarts()
const WORDS = { failed: 'The board was not created.', unsure: 'the board was created' }

interface Faults {
  readonly title?: string
  readonly name?: string
  readonly server?: string
}

export function CreateBoardForm({
  look,
}: {
  readonly look: NonNullable<ComponentProps<typeof Button>['look']>
}) {
  const router = useRouter()
  const isHydrated = useHydrated()
  const titleField = useRef<HTMLInputElement>(null)
  const nameField = useRef<HTMLInputElement>(null)
  const [template, setTemplate] = useState(STARTS[0]?.id ?? '')
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
    const created = await createBoard({ title, name, template })
    if (created.ok) return router.push(`/b/${created.value.id}`)
    setFaults({ server: failureWords(created.error, WORDS) })
    if (created.error.isUnknown) router.refresh()
    setBusy(false)
  }

  return (
    <form id="new-board" onSubmit={handleSubmit} noValidate className={styles.form}>
      <h2 className={styles.heading}>New board</h2>
      <TemplateGallery legend="Start from" entries={STARTS} value={template} onChange={setTemplate} />
      <TextField
        ref={titleField}
        label="What is it about?"
        name="title"
        placeholder="Initiatives for the next half year"
        maxLength={NAME_LIMITS.BOARD_CHARACTERS}
        error={faults.title ?? null}
      />
      <TextField
        ref={nameField}
        label="Your name"
        name="name"
        placeholder="As the others know you"
        autoComplete="name"
        maxLength={NAME_LIMITS.PERSON_CHARACTERS}
        error={faults.name ?? null}
      />
      <Button look={look} size="large" type="submit" waking={!isHydrated} busy={busy}>
        {busy ? 'Laying out the board…' : 'Create the board'}
        {!busy && <ArrowRight size={20} strokeWidth={1.75} />}
      </Button>
      {faults.server && (
        <p role="alert" ref={bringIntoView} className={styles.error}>
          {faults.server}
        </p>
      )}
    </form>
  )
}

/** On a low screen it would stand below the edge. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

function findMissing({ title, name }: { title: string; name: string }): Faults {
  return {
    ...(title === '' && { title: 'Give the board a title; it is on the invitation too.' }),
    ...(name === '' && { name: 'Say what the others may call you.' }),
  }
}
