import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { AppError } from '@/lib/errors'
import type { LiveFacts, Metrics } from '../../metrics/create-metrics'
import type { Api } from '../api-type'

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const

interface MetricsDoor {
  readonly metrics: Metrics
  readonly facts: LiveFacts
  /** What an operator's collector has to say; undefined: only this machine itself may ask. */
  readonly token: string | undefined
}

/** `GET /metrics`: for the operator alone. To everybody else there is no such page. */
export function addMetricsRoute(api: Api, { metrics, facts, token }: MetricsDoor): void {
  api.get('/metrics', async (context) => {
    if (!mayRead(context.env.incoming, token)) throw new AppError('not-found', 'metrics are for the operator')
    context.header('content-type', metrics.contentType)
    context.header('cache-control', 'no-store')
    return context.body(await metrics.render(facts))
  })
}

function mayRead(request: IncomingMessage, token: string | undefined): boolean {
  if (token !== undefined) return isSame(request.headers.authorization ?? '', `Bearer ${token}`)
  // A proxy on this machine speaks for others.
  const isForwarded = FORWARDED.some((name) => request.headers[name] !== undefined)
  return !isForwarded && LOOPBACK.test(request.socket.remoteAddress ?? '')
}

function isSame(said: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(said), digest(expected))
}
