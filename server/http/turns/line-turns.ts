import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { LIMITS } from '@/lib/sync/limits'

/** What waits on each line for the answer before it. */
const lines = new WeakMap<Socket, (() => void)[]>()

/**
 * Begins an answer once those before it on the same line have left. Node begins all that one line asks for at once, which
 * may be thousands, and keeps every answer until it can be sent. A line that asks for far too much is cut.
 */
export function answerInTurn(
  { socket }: Pick<IncomingMessage, 'socket'>,
  response: ServerResponse,
  answer: () => void,
): void {
  const begin = (): void => {
    response.once('close', () => goOn(socket))
    answer()
  }
  const waiting = lines.get(socket)
  if (waiting && waiting.length >= LIMITS.REQUESTS_WAITING_PER_LINE) return void socket.destroy()
  if (waiting) return void waiting.push(begin)
  lines.set(socket, [])
  begin()
}

function goOn(socket: Socket): void {
  const next = socket.destroyed ? undefined : lines.get(socket)?.shift()
  if (next) next()
  else lines.delete(socket)
}
