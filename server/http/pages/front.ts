import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { AppError } from '@/lib/errors'
import { LIMITS } from '@/lib/sync/limits'
import type { Log } from '../../log'
import type { Api } from '../api-type'
import { pagePolicy, SECURITY_HEADERS } from '../headers'
import { endAnswersWithLine } from '../limits/end-answers'
import { boundLateAnswers } from '../limits/late-answers'
import { boundOpenLines } from '../limits/open-lines'
import { LoopTurns } from '../turns/loop-turns'
import { answerPlainly, comesInPieces, namesSeveralHosts, refuseAtOnce, whyNoPage } from './page-door'
import type { Asking } from '../turns/queue/asking'
import { answerInTurn } from '../turns/line-turns'
import { answerWithoutUpgrade } from './without-upgrade'
import { createPageTurns, type PageTurns } from '../turns/page-turns'
import { toSenderAddress } from '../limits/sender-address'
import type { UpgradeDoor } from '../upgrade'
import type { BuildFiles } from './build-files'

const NONCE_BYTES = 16
const BAD_REQUEST = 'HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'
const API_PATH = /^\/(api\/|assets\/|canvas-assets\/|(healthz|metrics)$)/

/** Whoever renders pages: a request handler and, in development, an upgrade handler. */
export interface PageHost {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>
}

export interface FrontOptions {
  readonly api: Api
  readonly pages: PageHost
  /** Absent in development, where the page host has them. */
  readonly files?: BuildFiles
  readonly door: UpgradeDoor
  readonly asking: Asking
  readonly log: Log
  readonly isDevelopment: boolean
  /** Whether the address of a request is that of a proxy, which names the sender's. */
  readonly isBehindProxy: boolean
  /** After so long without a byte in either direction a line that is no socket of a board is cut. */
  readonly stalledMs?: number
}

/** The one HTTP server: our API and sockets ourselves, everything else by the page host under our policy. */
export function createFront(options: FrontOptions): Server {
  const { api, pages, files, door, asking, log, isDevelopment, isBehindProxy } = options
  const loop = new LoopTurns(LIMITS.BEGUN_AT_ONCE)
  const turns = createPageTurns(options)
  // What balances load may ask after our health as HTTP/1.0 does, without saying for which host.
  const answerApi = getRequestListener(api.fetch, { overrideGlobalObjects: false, hostname: 'localhost' })
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    const begin = (): void => {
      if (response.destroyed) return
      if (API_PATH.test(path)) void answerApi(request, response)
      else void answerPage(pages, { request, response, files, isDevelopment, log, turns })
    }
    // Not sooner: what waits is begun by whoever asked before.
    const answer = (): void => asking.inNameOf(request, begin)
    if (namesSeveralHosts(request)) return refuseAtOnce(request, response, 'invalid-input')
    // One read of such a body may hold ten thousand pieces, each with a price of its own before anybody can count them.
    if (comesInPieces(request)) return refuseAtOnce(request, response, 'length-required')
    answerInTurn(request, response, () => loop.run(toSenderAddress(request, isBehindProxy), answer))
  })
  endAnswersWithLine(server)
  boundOpenLines(server, options)
  boundLateAnswers(server, options)
  server.setTimeout(options.stalledMs ?? LIMITS.STALLED_LINE_MS)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    destroyOnError(socket)
    if (namesSeveralHosts(request)) return void socket.end(BAD_REQUEST, () => socket.destroy())
    loop.run(toSenderAddress(request, isBehindProxy), () => {
      if (socket.destroyed || asking.inNameOf(request, () => door.handle(request, socket, head))) return
      if (isDevelopment) void pages.upgrade(request, socket, head)
      else if (socket instanceof Socket) answerWithoutUpgrade(server, request, socket)
      else socket.destroy()
    })
  })
  return server
}

/** A listener made where the request is known would keep all of it for as long as the socket lives. */
function destroyOnError(socket: Duplex): void {
  socket.on('error', () => socket.destroy())
}

interface PageRequest {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly files: BuildFiles | undefined
  readonly isDevelopment: boolean
  readonly log: Log
  readonly turns: PageTurns
}

async function answerPage(pages: PageHost, page: PageRequest): Promise<void> {
  const { request, response, files, isDevelopment, log, turns } = page
  // In development the pages send their reloading tools more than they read.
  const refused = isDevelopment ? null : whyNoPage(request)
  if (refused) return answerPlainly(request, response, refused)
  if (files?.answer(request, response)) return
  try {
    await turns.inTurn(response, () => renderPage(pages, page))
  } catch (cause) {
    if (cause instanceof AppError) return answerPlainly(request, response, cause.code)
    log.error('request.failed', { code: 'internal', method: request.method, route: 'page', cause })
    if (response.headersSent) response.destroy()
    else answerPlainly(request, response, 'internal')
  }
}

async function renderPage(pages: PageHost, { request, response, isDevelopment }: PageRequest): Promise<void> {
  const policy = pagePolicy(
    randomBytes(NONCE_BYTES).toString('base64'),
    request.headers.host ?? '',
    isDevelopment,
  )
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  response.setHeader('content-security-policy', policy)
  // Next reads the nonce from the request: one a client sent must not reach it.
  request.headers['content-security-policy'] = policy
  delete request.headers['content-security-policy-report-only']
  await pages.handle(request, response)
}
