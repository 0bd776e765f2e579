import { useEffect } from 'react'
import type { InitiativeId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardClient } from '../../../board/board-client'
import { useBoardClient } from '../../../board/board-context'
import { whenWhole } from '../../../board/text/when-whole'
import { typeUnopened } from '../../../board/text/type-unopened'
import { draftOfTitle } from './title-editor'

/** What was typed for this title while the document was renewed comes into it, whether or not it is opened again. */
export function useLateTitle(id: InitiativeId): void {
  const client = useBoardClient()
  useEffect(() => typeLate(client, id), [client, id])
}

function typeLate(client: BoardClient, id: InitiativeId): () => void {
  const name = draftOfTitle(id)
  if (!client.drafts.waiting(name)) return () => undefined
  const text = { root: 'initiatives', id, field: 'title' } as const
  // The field of an opened title has asked before, and takes it first.
  return whenWhole(client, () => typeUnopened(client, { name, text, maxCharacters: LIMITS.TITLE_CHARACTERS }))
}
