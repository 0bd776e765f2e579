import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Ends all answers of a line with it. Node says so only of the one that is being sent: whoever waits for the end of those
 * behind it would keep them for ever, thousands for each line that asked for them at once and was cut.
 */
export function endAnswersWithLine(server: Server): void {
  const lines = new WeakMap<Socket, Set<ServerResponse>>()
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const open = lines.get(socket) ?? watch(socket)
    lines.set(socket, open)
    open.add(response)
    response.once('close', () => open.delete(response))
  })
}

function watch(socket: Socket): Set<ServerResponse> {
  const open = new Set<ServerResponse>()
  socket.once('close', () => {
    for (const response of open) if (!isEndedByNode(response)) response.destroy().emit('close')
  })
  return open
}

/** It has its turn on the line, or has left. */
function isEndedByNode({ socket, writableFinished }: ServerResponse): boolean {
  return socket !== null || writableFinished
}
