'use client'

import { useValue } from '@tldraw/state-react'
import { INITIATIVE_LIMITS } from '@/lib/board/limits/initiative-limits'
import { useBoardClient } from '../../../board/board-context'
import { SuggestField } from '../../../ui/controls/fields/suggest-field'
import { knownNames } from '../known-names'
import { useDraft } from './use-draft'

interface NameFieldProps {
  readonly kind: 'team' | 'owner'
  readonly value: string
  readonly placeholder?: string
  /** Called with null where the name was taken away. */
  readonly onSet: (name: string | null) => void
}

const LABELS = { team: 'Team', owner: 'Owner' } as const

/** Who carries it: free text, with the names that stand on the board at hand. */
export function NameField({ kind, value, placeholder, onSet }: NameFieldProps) {
  const client = useBoardClient()
  const canEdit = useValue(client.canEdit)
  const known = useValue('known names', () => knownNames(client.view, kind), [client, kind])
  const draft = useDraft(value, (name) => {
    onSet(name === '' ? null : name)
    return true
  })
  return (
    <SuggestField
      label={LABELS[kind]}
      value={draft.text}
      suggestions={known}
      maxLength={INITIATIVE_LIMITS.NAME_CHARACTERS}
      readOnly={!canEdit}
      placeholder={placeholder ?? `No ${kind} yet`}
      onChange={draft.change}
      onPick={(name) => {
        draft.drop()
        onSet(name)
      }}
      onBlur={draft.onBlur}
      onKeyDown={draft.onKeyDown}
    />
  )
}
