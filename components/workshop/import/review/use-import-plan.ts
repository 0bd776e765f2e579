import { useValue } from '@tldraw/state-react'
import { useMemo } from 'react'
import { useBoardClient } from '../../../board/board-context'
import { planImport, type ImportPlan } from './import-plan'
import type { LookingAtRows } from '../use-import'

/** What the import would do at this moment; it follows what others add and delete meanwhile. */
export function useImportPlan({ table, choices }: LookingAtRows): ImportPlan {
  const client = useBoardClient()
  const known = useValue(client.view.initiatives)
  // What is planned is read from the board itself; the list only says when to read again.
  return useMemo(() => planImport(known && client.board, table, choices), [client, known, table, choices])
}
