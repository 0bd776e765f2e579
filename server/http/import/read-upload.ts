import { decodeText, type UnreadableByte } from '@/lib/import/decode-text'
import { parseRows, type ParsedRows } from '@/lib/import/parse-rows'
import { err, type Result } from '@/lib/result'

/** Why an uploaded list cannot be read: it is no text, or holds no rows. */
export type UnreadUpload =
  | { readonly code: 'unreadable-file'; readonly details: UnreadableByte }
  | { readonly code: 'invalid-input'; readonly details: string }

/** Reads an uploaded list into rows. */
export function readUpload(bytes: Uint8Array): Result<ParsedRows, UnreadUpload> {
  const text = decodeText(bytes)
  if (!text.ok) return err({ code: 'unreadable-file', details: text.error })
  const rows = parseRows(text.value)
  return rows.ok ? rows : err({ code: 'invalid-input', details: rows.error })
}
