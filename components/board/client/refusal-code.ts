import { ERRORS, type ErrorCode } from '@/lib/errors'
import { z } from '@/lib/zod'

const refusalSchema = z.object({ error: z.object({ code: z.string() }) })

/** The reason why the server refused something, from its answer. */
export function refusalCodeOf(body: unknown): ErrorCode {
  const refusal = refusalSchema.safeParse(body)
  return refusal.success && refusal.data.error.code in ERRORS
    ? (refusal.data.error.code as ErrorCode)
    : 'internal'
}
