import { z } from '@/lib/zod'
import { ERRORS } from '@/lib/errors'
import { err, ok, type Result } from '@/lib/result'

const refusalSchema = z.object({ error: z.object({ message: z.string() }) })
const UNREACHABLE = 'The server cannot be reached. Check your connection and try again.'

interface ServerCall<Answer> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly answer: z.ZodType<Answer>
}

/** Asks the server and answers with what it said, or with the sentence to show the person. Never throws. */
export async function callServer<Answer>(call: ServerCall<Answer>): Promise<Result<Answer, string>> {
  const response = await fetch(call.path, {
    method: call.method,
    headers: call.body === undefined ? {} : { 'content-type': 'application/json' },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
  }).catch(() => null)
  if (!response) return err(UNREACHABLE)
  const body: unknown = await response.json().catch(() => null)
  if (!response.ok) {
    const refusal = refusalSchema.safeParse(body)
    return err(refusal.success ? refusal.data.error.message : ERRORS.internal.sentence)
  }
  const answer = call.answer.safeParse(body)
  return answer.success ? ok(answer.data) : err(ERRORS.internal.sentence)
}
