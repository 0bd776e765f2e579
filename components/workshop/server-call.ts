import { z } from '@/lib/zod'
import { ERRORS } from '@/lib/errors'
import { err, ok, type Result } from '@/lib/result'

const refusalSchema = z.object({ error: z.object({ message: z.string() }) })
/** What asks changes nothing and may be asked again; what was told to do something may be waiting for its turn. */
const PATIENCE_MS = { GET: 15_000, POST: 60_000, PATCH: 60_000, DELETE: 60_000 } as const

interface ServerCall<Answer> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly answer: z.ZodType<Answer>
  readonly patienceMs?: number
}

/** Asks the server and answers with what it said, or with the sentence to show the person. Never throws. */
export async function callServer<Answer>(call: ServerCall<Answer>): Promise<Result<Answer, string>> {
  const response = await fetch(call.path, {
    method: call.method,
    headers: call.body === undefined ? {} : { 'content-type': 'application/json' },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    signal: AbortSignal.timeout(call.patienceMs ?? PATIENCE_MS[call.method]),
  }).catch(() => null)
  const body: unknown = await response?.json().catch(() => null)
  // Contour answers in JSON: anything else is from a proxy that does not reach it, or from a network that asks for a login.
  if (!response || body === null) return err(ERRORS.unreachable.sentence)
  if (!response.ok) {
    const refusal = refusalSchema.safeParse(body)
    return err(refusal.success ? refusal.data.error.message : ERRORS.internal.sentence)
  }
  const answer = call.answer.safeParse(body)
  return answer.success ? ok(answer.data) : err(ERRORS.internal.sentence)
}
