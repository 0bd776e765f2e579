import type { Context } from 'hono'
import type { z } from '@/lib/zod'
import { AppError } from '@/lib/errors'

const JSON_BODY_BYTES = 64 * 1024

/** Reads a JSON body through a schema; refuses with `invalid-input` naming each field that does not fit. */
export async function readJsonBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const bytes = await readBytes(context, JSON_BODY_BYTES)
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

/** Reads a body of at most so many bytes; a larger one is refused with `too-large` before it is all in memory. */
export async function readBytes(context: Context, atMostBytes: number): Promise<Uint8Array> {
  const declared = Number(context.req.header('content-length') ?? 0)
  if (declared > atMostBytes) throw tooLarge(atMostBytes)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of context.req.raw.body ?? []) {
    const piece = chunk as Uint8Array
    size += piece.length
    if (size > atMostBytes) throw tooLarge(atMostBytes)
    chunks.push(piece)
  }
  return Buffer.concat(chunks)
}

function tooLarge(atMostBytes: number): AppError {
  return new AppError('too-large', `body over ${atMostBytes} bytes`, { details: { atMostBytes } })
}
