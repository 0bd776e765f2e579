import { ServerResponse, type IncomingMessage, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { LIMITS } from '@/lib/sync/limits'
import { answerPlainly } from './page-door'

/**
 * Answers a request that asks for another protocol as if it did not, and ends its line with that: a server may pass such
 * a wish over. Node has let go of the line by then, so that nothing that comes after its head can be read.
 */
export function answerWithoutUpgrade(server: Server, request: IncomingMessage, socket: Socket): void {
  const response = new ServerResponse(request)
  response.shouldKeepAlive = false
  try {
    response.assignSocket(socket)
  } catch {
    // An answer before it has not left yet. No browser asks so.
    return void socket.destroy()
  }
  socket.on('drain', () => response.emit('drain'))
  socket.setTimeout(LIMITS.STALLED_LINE_MS, () => socket.destroy())
  response.once('finish', () => socket.end(() => socket.destroy()))
  if (Number(request.headers['content-length'] ?? 0) !== 0)
    return answerPlainly(request, response, 'invalid-input')
  server.emit('request', request, response)
}
