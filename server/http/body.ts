import { finished } from 'node:stream/promises'
import { AppError } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type * as z from '@/lib/zod'
import type { ApiContext } from './api-type'
import { GatheredBytes } from './images/gathered-bytes'
import type { UnfinishedBody } from './limits/unfinished-bodies'

/** How long a body may take. */
export interface Patience {
  /** Without a single byte. */
  readonly stalledMs: number
  /** From its first byte to its last. */
  readonly wholeMs: number
}

/** What ends the reading of a body before its sender does. */
interface Reading {
  /** Begins to count what is kept of it until it is whole. Given up it is refused with `overloaded`. */
  readonly count?: (giveUp: () => void) => UnfinishedBody
  readonly patience?: Patience
  /** Ends when others need the turn in which it is read: it is refused with `overloaded` then. */
  readonly turn?: AbortSignal
}

const PATIENCE: Patience = { stalledMs: LIMITS.BODY_STALLED_MS, wholeMs: LIMITS.BODY_WHOLE_MS }

/** Reads a JSON body through a schema; refuses with `invalid-input` naming each field that does not fit. */
export async function readJsonBody<Schema extends z.ZodType>(
  context: ApiContext,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const { bodies, network } = context.var
  const count = (giveUp: () => void): UnfinishedBody => bodies.begin(network, giveUp)
  const bytes = await readBytes(context, LIMITS.JSON_BODY_BYTES, { count })
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
  context: ApiContext,
  atMostBytes: number,
  { patience = PATIENCE, turn, count }: Reading = {},
): Promise<Uint8Array> {
  const declared = Number(context.req.header('content-length') ?? 0)
  if (declared > atMostBytes) throw tooLarge(atMostBytes)
  const { stalledMs, wholeMs } = patience
  const { incoming } = context.env
  const gathered = new GatheredBytes()
  const giveUp = new AbortController()
  const late = (): void => giveUp.abort(new AppError('request-aborted', 'the body does not come in time'))
  const crowdOut = (): void =>
    giveUp.abort(new AppError('overloaded', 'others waited while the body came too slowly'))
  turn?.addEventListener('abort', crowdOut)
  const unfinished = count?.(() =>
    giveUp.abort(new AppError('overloaded', 'too much is kept of such bodies')),
  )
  const [stalled, overdue] = [setTimeout(late, stalledMs), setTimeout(late, wholeMs)]
  const take = (piece: Uint8Array): void => {
    stalled.refresh()
    gathered.add(piece)
    unfinished?.takes(gathered.takes)
    if (gathered.length <= atMostBytes) return
    incoming.pause()
    giveUp.abort(tooLarge(atMostBytes))
  }
  // Not as a web stream: a body may come in pieces of one byte, and each would cost a hundred times as much.
  incoming.on('data', take)
  try {
    await finished(incoming, { writable: false, cleanup: true, signal: giveUp.signal })
    return gathered.whole()
  } catch (cause) {
    giveUp.signal.throwIfAborted()
    throw new AppError('request-aborted', 'the sender cut the body off', { cause })
  } finally {
    unfinished?.end()
    incoming.off('data', take).pause()
    clearTimeout(stalled)
    clearTimeout(overdue)
    turn?.removeEventListener('abort', crowdOut)
  }
}

function tooLarge(atMostBytes: number): AppError {
  return new AppError('too-large', `body over ${atMostBytes} bytes`, { details: { atMostBytes } })
}
