import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { AppError } from '@/lib/errors'
import type { LiveFacts, Metrics } from '../../metrics/create-metrics'
import type { Api } from '../api-type'

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i
/** What a page in this machine's browser can not make its own name stand for. */
const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const

interface MetricsDoor {
  readonly metrics: Metrics
  readonly facts: LiveFacts
  /** What an operator's collector has to say; undefined: only this machine itself may ask, and no proxy on it. */
  readonly token: string | undefined
  readonly isBehindProxy: boolean
}

/** `GET /metrics`: for the operator alone. To everybody else there is no such page. */
export function addMetricsRoute(api: Api, door: MetricsDoor): void {
  const { metrics, facts } = door
  api.get('/metrics', async (context) => {
    if (!mayRead(context.env.incoming, door)) throw new AppError('not-found', 'metrics are for the operator')
    context.header('content-type', metrics.contentType)
    context.header('cache-control', 'no-store')
    return context.body(await metrics.render(facts))
  })
}

function mayRead({ headers, socket }: IncomingMessage, { token, isBehindProxy }: MetricsDoor): boolean {
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`)
  const isForwarded = isBehindProxy || FORWARDED.some((name) => headers[name] !== undefined)
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '') && LOCAL_HOST.test(headers.host ?? '')
}

function isSame(said: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(said), digest(expected))
}
