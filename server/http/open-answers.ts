import type { Server, ServerResponse } from 'node:http'
import { endsWithin } from './ends-within'

/** What an HTTP server was asked and has not answered yet. */
export interface OpenAnswers {
  /** Resolves when all of it is answered or given up, or after so long. */
  settled(withinMs: number): Promise<void>
}

/** Watches the answers of a server, from before it listens. */
export function watchAnswers(server: Server): OpenAnswers {
  const open = new Set<Promise<void>>()
  server.on('request', (_request, response: ServerResponse) => {
    const ended = new Promise<void>((resolve) => response.once('close', resolve)).then(() => {
      open.delete(ended)
    })
    open.add(ended)
  })
  return {
    settled: (withinMs) => endsWithin(withinMs, Promise.all(open)),
  }
}
