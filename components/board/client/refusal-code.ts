import { ERRORS, type ErrorCode } from '@/lib/errors'
import { z } from '@/lib/zod'

const refusalSchema = z.object({ error: z.object({ code: z.string() }) })

/** The reason why the server refused something, from its answer; null where it is none that this version knows. */
export function knownRefusalCode(body: unknown): ErrorCode | null {
  const refusal = refusalSchema.safeParse(body)
  if (!refusal.success || !Object.hasOwn(ERRORS, refusal.data.error.code)) return null
  return refusal.data.error.code as ErrorCode
}

/** The same, where any reason has to do. */
export function refusalCodeOf(body: unknown): ErrorCode {
  return knownRefusalCode(body) ?? 'internal'
}
