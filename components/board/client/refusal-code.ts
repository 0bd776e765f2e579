import { isErrorCode, type ErrorCode } from '@/lib/errors'
import * as z from '@/lib/zod'

const refusalSchema = z.object({ error: z.object({ code: z.string() }) })

/** The reason why the server refused something, from its answer; null where it is none that this version knows. */
export function knownRefusalCode(body: unknown): ErrorCode | null {
  const refusal = refusalSchema.safeParse(body)
  return refusal.success && isErrorCode(refusal.data.error.code) ? refusal.data.error.code : null
}

/** The same, where any reason has to do. */
export function refusalCodeOf(body: unknown): ErrorCode {
  return knownRefusalCode(body) ?? 'internal'
}
