import type { Context } from 'hono'
import { AppError } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type { z } from '@/lib/zod'

/** How long a body may take. */
export interface Patience {
  /** Without a single byte. */
  readonly stalledMs: number
  /** From its first byte to its last. */
  readonly wholeMs: number
}

/** What ends the reading of a body before its sender does. */
interface Reading {
  readonly patience?: Patience
  /** Ends when others need the turn in which it is read: it is refused with `overloaded` then. */
  readonly turn?: AbortSignal
}

const PATIENCE: Patience = { stalledMs: LIMITS.BODY_STALLED_MS, wholeMs: LIMITS.BODY_WHOLE_MS }

/** Reads a JSON body through a schema; refuses with `invalid-input` naming each field that does not fit. */
export async function readJsonBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const bytes = await readBytes(context, LIMITS.JSON_BODY_BYTES)
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw new AppError('invalid-input', 'body is not JSON', {
      cause,
      details: [{ field: '', reason: 'The body is not JSON.' }],
    })
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), reason: issue.message }))
  throw new AppError('invalid-input', 'body does not fit', { details })
}

/**
 * Reads a body of at most so many bytes; a larger one is refused with `too-large` before it is all in memory, one that
 * is cut off or does not come in time with `request-aborted`.
 */
export async function readBytes(
  context: Context,
  atMostBytes: number,
  { patience = PATIENCE, turn }: Reading = {},
): Promise<Uint8Array> {
  const declared = Number(context.req.header('content-length') ?? 0)
  if (declared > atMostBytes) throw tooLarge(atMostBytes)
  const { body } = context.req.raw
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const piece of body ? chunksInTime(body, patience, turn) : []) {
    size += piece.length
    if (size > atMostBytes) throw tooLarge(atMostBytes)
    chunks.push(piece)
  }
  return Buffer.concat(chunks)
}

async function* chunksInTime(
  body: ReadableStream<Uint8Array>,
  { stalledMs, wholeMs }: Patience,
  turn: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  let isLate = false
  const giveUp = (): void => {
    isLate = true
    reader.cancel().catch(() => undefined)
  }
  turn?.addEventListener('abort', giveUp)
  const [stalled, overdue] = [setTimeout(giveUp, stalledMs), setTimeout(giveUp, wholeMs)]
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(toAborted)
      if (turn?.aborted) throw new AppError('overloaded', 'others waited while the body came too slowly')
      if (isLate) throw new AppError('request-aborted', 'the body does not come in time')
      if (done) return
      stalled.refresh()
      yield value
    }
  } finally {
    clearTimeout(stalled)
    clearTimeout(overdue)
    turn?.removeEventListener('abort', giveUp)
    reader.cancel().catch(() => undefined)
  }
}

function toAborted(cause: unknown): never {
  throw new AppError('request-aborted', 'the sender cut the body off', { cause })
}

function tooLarge(atMostBytes: number): AppError {
  return new AppError('too-large', `body over ${atMostBytes} bytes`, { details: { atMostBytes } })
}
