import * as z from '@/lib/zod'
import { ERRORS, type ErrorCode } from '@/lib/errors'
import { err, ok, type Result } from '@/lib/result'
import { knownRefusalCode } from '../board/client/refusal-code'

const refusalSchema = z.object({ error: z.object({ message: z.string() }) })
/** What asks changes nothing and may be asked again; what was told to do something may be waiting for its turn. */
const PATIENCE_MS = { GET: 15_000, POST: 60_000, PATCH: 60_000, DELETE: 60_000 } as const

/** What asks for minutes of waiting, or for somebody else to act first: pressed at once, it would fail again. */
const LATER: readonly ErrorCode[] = [
  'too-many-requests',
  'asked-too-often',
  'opened-too-often',
  'server-too-old',
]

/** Why the server did not do it, or is not known to have done it. */
export interface Refusal {
  readonly code: ErrorCode
  /** What happened and what to do, to be shown behind what failed. */
  readonly sentence: string
  /** The same may be tried again at once. */
  readonly mayRetry: boolean
  /** It was asked to do something and may have done it: only its answer is missing. */
  readonly isUnknown: boolean
}

export type Called<Answer> = Promise<Result<Answer, Refusal>>

interface ServerCall<Answer> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly answer: z.ZodType<Answer>
  readonly patienceMs?: number
}

/** Asks the server and answers with what it said, or with why it did not do it. Never throws. */
export async function callServer<Answer>(call: ServerCall<Answer>): Called<Answer> {
  const response = await fetch(call.path, {
    method: call.method,
    headers: call.body === undefined ? {} : { 'content-type': 'application/json' },
    ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    signal: AbortSignal.timeout(call.patienceMs ?? PATIENCE_MS[call.method]),
  }).catch(() => null)
  const body: unknown = await response?.json().catch(() => null)
  const unknown = { isUnknown: call.method !== 'GET' }
  // Contour answers in JSON: anything else is from a proxy that does not reach it, or from a network that asks for a login.
  if (!response || body === null) return err(refusalOf('unreachable', unknown))
  if (!response.ok) {
    const refusal = refusalSchema.safeParse(body)
    if (!refusal.success) return err(refusalOf('internal', unknown))
    const code = knownRefusalCode(body)
    const known = refusalOf(code ?? 'internal', { isUnknown: false })
    return err({ ...known, sentence: refusal.data.error.message, mayRetry: code !== null && known.mayRetry })
  }
  const answer = call.answer.safeParse(body)
  return answer.success ? ok(answer.data) : err(refusalOf('internal', unknown))
}

function refusalOf(code: ErrorCode, { isUnknown }: Pick<Refusal, 'isUnknown'>): Refusal {
  const { sentence, retry } = ERRORS[code]
  return { code, sentence, mayRetry: retry && !LATER.includes(code), isUnknown }
}
