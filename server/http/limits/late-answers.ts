import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { LIMITS } from '@/lib/sync/limits'
import { toSenderAddress } from './sender-address'

interface LateBounds {
  readonly isBehindProxy: boolean
  readonly mostBytes?: number
  readonly lateMs?: number
}

interface OpenAnswer {
  readonly network: string
  readonly response: ServerResponse
  /** What had not left when it was last looked at. */
  unsentBytes: number
}

/**
 * Bounds what answers hold that are read slowly or never: where those that wait for longer than `lateMs` hold more than
 * `mostBytes` together, the newest of the network with most are cut.
 */
export function boundLateAnswers(server: Server, bounds: LateBounds): void {
  const { isBehindProxy, mostBytes = LIMITS.ANSWERS_LATE_BYTES, lateMs = LIMITS.ANSWER_LATE_MS } = bounds
  const open = new Set<OpenAnswer>()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const answer = { network: toSenderAddress(request, isBehindProxy), response, unsentBytes: 0 }
    open.add(answer)
    response.once('close', () => open.delete(answer))
  })
  const timer = setInterval(() => cutBeyond(mostBytes, findLate(open)), lateMs).unref()
  server.once('close', () => clearInterval(timer))
}

/** Those of which something had to leave also when this was last asked. */
function findLate(open: Iterable<OpenAnswer>): OpenAnswer[] {
  return [...open].filter((answer) => {
    const hasWaited = answer.unsentBytes > 0
    answer.unsentBytes = answer.response.writableLength
    return hasWaited && answer.unsentBytes > 0
  })
}

/** Takes the oldest first. */
function cutBeyond(mostBytes: number, late: readonly OpenAnswer[]): void {
  const networks = new Map<string, { bytes: number; readonly answers: OpenAnswer[] }>()
  let bytes = 0
  for (const answer of late) {
    const network = networks.get(answer.network) ?? { bytes: 0, answers: [] }
    networks.set(answer.network, network)
    network.answers.push(answer)
    network.bytes += answer.unsentBytes
    bytes += answer.unsentBytes
  }
  while (bytes > mostBytes) {
    const fullest = [...networks.values()].reduce((most, one) => (one.bytes >= most.bytes ? one : most))
    const newest = fullest.answers.pop()
    if (!newest) return
    fullest.bytes -= newest.unsentBytes
    bytes -= newest.unsentBytes
    newest.response.destroy()
  }
}
