import { decodeText } from '@/lib/import/decode-text'
import { parseRows, type RejectedRow } from '@/lib/import/parse-rows'
import { err, ok, type Result } from '@/lib/result'
import { LIMITS } from '@/lib/sync/limits'
import type { BoardClient } from '../../board/board-client'
import { createInitiativeId } from './create-initiative-id'
import { stripBullets } from './strip-bullets'

/** What came of an import. */
export interface ImportOutcome {
  readonly added: number
  readonly updated: number
  readonly rejected: readonly RejectedRow[]
}

type ImportClient = Pick<BoardClient, 'commands'>

/** Brings the rows of a file onto the board as one step; the reason is a sentence for the person. */
export async function importFile(client: ImportClient, file: Blob): Promise<Result<ImportOutcome, string>> {
  if (file.size > LIMITS.IMPORT_BYTES) {
    return err(
      `This file is larger than ${LIMITS.IMPORT_BYTES / 1024 / 1024} MB. Split it and import the parts.`,
    )
  }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes) return err('This file could not be read. Close it in other programs and try again.')
  const text = decodeText(new Uint8Array(bytes))
  return text.ok ? importText(client, text.value) : err(text.error.sentence)
}

/** Brings pasted rows or lines onto the board as one step. */
export function importText(client: ImportClient, text: string): Result<ImportOutcome, string> {
  const rows = parseRows(stripBullets(text))
  if (!rows.ok) return rows
  const { drafts, rejected } = rows.value
  const named = drafts.map(({ row: _, ...draft }) => ({ ...draft, id: createInitiativeId() }))
  const { added, updated } = client.commands.importInitiatives(named)
  return ok({ added, updated, rejected })
}
