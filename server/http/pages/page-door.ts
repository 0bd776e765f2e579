import type { IncomingMessage, ServerResponse } from 'node:http'
import { ERRORS, type ErrorCode } from '@/lib/errors'
import { SECURITY_HEADERS } from '../headers'

const READING = ['GET', 'HEAD']

/** Why a request is none for a page, or null. Pages are only read: no body of any size is taken in for them. */
export function whyNoPage(request: IncomingMessage): ErrorCode | null {
  const { method = 'GET', url = '' } = request
  if (!READING.includes(method)) return 'method-not-allowed'
  if (readsWithBody(request)) return 'too-large'
  return isAddress(url) ? null : 'invalid-input'
}

/** Whether something comes along with a request that only reads: it would be taken in for as long as its sender likes. */
export function readsWithBody({ method = 'GET', headers }: IncomingMessage): boolean {
  return Number(headers['content-length'] ?? 0) !== 0 && READING.includes(method)
}

/** Whether a body comes without its length. No browser sends one so for what our pages ask. */
export function comesInPieces({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined
}

/** Whether it says more than once for which host it is: what stands before us may have believed the other one. */
export function namesSeveralHosts({ headersDistinct }: IncomingMessage): boolean {
  return (headersDistinct['host']?.length ?? 0) > 1
}

/** Answers without a page, and ends the line with the answer, whatever is still on its way on it. */
export function refuseAtOnce(request: IncomingMessage, response: ServerResponse, code: ErrorCode): void {
  response.once('finish', () => request.destroy())
  answerPlainly(request, response, code)
}

/** Answers without a page, in a sentence. What the sender still sends is not read: the line is closed. */
export function answerPlainly(request: IncomingMessage, response: ServerResponse, code: ErrorCode): void {
  const { httpStatus, sentence } = ERRORS[code]
  const allow = code === 'method-not-allowed' ? { allow: READING.join(', ') } : {}
  response.writeHead(httpStatus, {
    ...SECURITY_HEADERS,
    ...allow,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  })
  response.end(request.method === 'HEAD' ? undefined : `${sentence}\n`)
}

function isAddress(url: string): boolean {
  const [path = ''] = url.split('?')
  if (!path.startsWith('/') || path.startsWith('//')) return false
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
