import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { LIMITS } from '@/lib/sync/limits'
import { toArea, toSenderAddress } from './sender-address'

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
 * `mostBytes` together, the newest of the network with most, in the area with most, are cut.
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

/** How much the answers of an area, or of a network in it, hold; the answers with the oldest first. */
class Share {
  bytes = 0
  readonly answers: OpenAnswer[] = []
  readonly networks = new Map<string, Share>()
}

/** Takes the oldest first. */
function cutBeyond(mostBytes: number, late: readonly OpenAnswer[]): void {
  const areas = new Map<string, Share>()
  let bytes = 0
  for (const answer of late) {
    const area = shareOf(areas, toArea(answer.network))
    const network = shareOf(area.networks, answer.network)
    network.answers.push(answer)
    for (const share of [area, network]) share.bytes += answer.unsentBytes
    bytes += answer.unsentBytes
  }
  while (bytes > mostBytes) {
    const area = fullestOf(areas)
    const network = area ? fullestOf(area.networks) : undefined
    const newest = network?.answers.pop()
    if (!area || !network || !newest) return
    for (const share of [area, network]) share.bytes -= newest.unsentBytes
    bytes -= newest.unsentBytes
    newest.response.destroy()
  }
}

function shareOf(shares: Map<string, Share>, name: string): Share {
  const share = shares.get(name) ?? new Share()
  shares.set(name, share)
  return share
}

function fullestOf(shares: ReadonlyMap<string, Share>): Share | undefined {
  return [...shares.values()].reduce<Share | undefined>(
    (most, one) => (most && one.bytes < most.bytes ? most : one),
    undefined,
  )
}
