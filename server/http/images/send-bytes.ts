import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { SECURITY_HEADERS } from '../headers'

interface Answer {
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  readonly status?: number
}

/** Answers with these bytes as they are. A `Response` would copy them, and keep the copy until they have left. */
export function sendBytes(outgoing: ServerResponse, { bytes, headers, status = 200 }: Answer): Response {
  outgoing.writeHead(status, { ...SECURITY_HEADERS, 'content-length': bytes.length, ...headers })
  outgoing.end(bytes)
  return RESPONSE_ALREADY_SENT
}
