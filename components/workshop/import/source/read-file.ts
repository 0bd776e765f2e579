import { decodeText } from '@/lib/import/decode-text'
import { err, ok, type Result } from '@/lib/result'
import { LIMITS } from '@/lib/sync/limits'

/** The text of a file, in whatever encoding it is; the reason is a sentence for the person. */
export async function readFile(file: Blob): Promise<Result<string, string>> {
  if (file.size > LIMITS.IMPORT_BYTES) {
    const most = LIMITS.IMPORT_BYTES / 1024 / 1024
    return err(`This file is larger than ${most} MB. Split it and import the parts.`)
  }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes) return err('This file could not be read. Close it in other programs and try again.')
  const text = decodeText(new Uint8Array(bytes))
  return text.ok ? ok(text.value) : err(text.error.sentence)
}
