import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { LIMITS } from '@/lib/sync/limits'
import { Counts } from '../../counts'
import { toArea, toNetwork } from './sender-address'

interface LineBounds {
  readonly perNetwork: number
  readonly inAll: number
}

/**
 * Holds the lines of a server to their bounds, so that no network takes all the files that a process may have open.
 * Behind a proxy all lines are the proxy's, which is bounded by what it lets through.
 */
export function boundOpenLines(server: Server, { isBehindProxy }: { readonly isBehindProxy: boolean }): void {
  const lines = new OpenLines({
    perNetwork: isBehindProxy ? LIMITS.LINES_IN_ALL : LIMITS.LINES_PER_ADDRESS,
    inAll: LIMITS.LINES_IN_ALL,
  })
  server.on('connection', (socket: Socket) => {
    const network = toNetwork(socket.remoteAddress ?? '')
    socket.once('close', () => lines.remove(network, socket))
    lines.add(network, socket)
  })
}

/** A line as far as it can be cut. */
export interface Line {
  destroy(): void
}

/** The lines that are open at the same time, by the networks they come from. */
export class OpenLines {
  readonly #bounds: LineBounds
  /** The newest of each network last. */
  readonly #lines = new Map<string, Set<Line>>()
  readonly #areas = new Counts<string>()
  /** The networks of each area. */
  readonly #networks = new Map<string, Counts<string>>()
  #size = 0

  constructor(bounds: LineBounds) {
    this.#bounds = bounds
  }

  /**
   * Takes a line in. Cuts it where its network has too many, and where all have, the newest of the network with most in
   * the area with most.
   */
  add(network: string, line: Line): void {
    this.#lines.set(network, (this.#lines.get(network) ?? new Set()).add(line))
    const area = toArea(network)
    const networks = this.#networks.get(area) ?? new Counts<string>()
    this.#networks.set(area, networks)
    networks.add(network)
    this.#areas.add(area)
    this.#size++
    if (networks.of(network) > this.#bounds.perNetwork) this.#cutNewest(network)
    else if (this.#size > this.#bounds.inAll) this.#cutNewest(this.#fullest ?? network)
  }

  /** Forgets a line that has ended. */
  remove(network: string, line: Line): void {
    const lines = this.#lines.get(network)
    if (!lines?.delete(line)) return
    if (lines.size === 0) this.#lines.delete(network)
    const area = toArea(network)
    this.#networks.get(area)?.remove(network)
    this.#areas.remove(area)
    if (this.#areas.of(area) === 0) this.#networks.delete(area)
    this.#size--
  }

  get #fullest(): string | undefined {
    const { fullest } = this.#areas
    return fullest === undefined ? undefined : this.#networks.get(fullest)?.fullest
  }

  #cutNewest(network: string): void {
    const newest = [...(this.#lines.get(network) ?? [])].at(-1)
    if (!newest) return
    this.remove(network, newest)
    newest.destroy()
  }
}
