'use client'

import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { readEffort } from '@/lib/import/row-fields'
import { useBoardClient } from '../../../board/board-context'
import { TextField } from '../../../ui/controls/fields/text-field'
import { useDraft } from './use-draft'

interface EffortFieldProps {
  /** In person-weeks. */
  readonly value: number
  /** Called with null where nobody says any more. */
  readonly onSet: (effort: number | null) => void
}

export function EffortField({ value, onSet }: EffortFieldProps) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  const [error, setError] = useState<string | null>(null)
  const draft = useDraft(String(value), (text) => {
    const { kept, reason } = readEffort(text)
    setError(reason === undefined ? null : 'Write a number, such as 2.5 or 1200.')
    if (reason === undefined) onSet(kept ?? null)
    return reason === undefined
  })
  return (
    <TextField
      label="Effort in person-weeks"
      inputMode="decimal"
      value={draft.text}
      error={error}
      readOnly={!canEdit}
      onChange={(event) => {
        setError(null)
        draft.change(event.currentTarget.value)
      }}
      onBlur={draft.onBlur}
      onKeyDown={(event) => {
        // It drops what was typed, and what was wrong with it goes too.
        if (event.key === 'Escape') setError(null)
        draft.onKeyDown(event)
      }}
    />
  )
}
