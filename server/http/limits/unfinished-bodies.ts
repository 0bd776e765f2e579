import { LIMITS } from '@/lib/sync/limits'
import { toArea } from './sender-address'

interface BodyBounds {
  readonly perNetwork: number
  readonly inAll: number
}

interface Body {
  readonly network: string
  readonly giveUp: () => void
  bytes: number
}

/** A body as it comes. */
export interface UnfinishedBody {
  /** So many bytes of memory are taken for it by now. */
  takes(bytes: number): void
  /** It is here, or given up. */
  end(): void
}

/** The bodies of one network. */
class NetworkBodies {
  bytes = 0
  /** The oldest first. */
  readonly bodies = new Set<Body>()
}

const BOUNDS: BodyBounds = {
  perNetwork: LIMITS.UNFINISHED_BODY_BYTES_PER_ADDRESS,
  inAll: LIMITS.UNFINISHED_BODY_BYTES_IN_ALL,
}

/**
 * Bounds what is kept of bodies that have begun to come and are not whole. Where those of one network, or all, take too
 * much, the largest of that network, or of the network with most in the area with most, is given up; of several as large
 * the oldest: what people send is short, and soon here.
 */
export class UnfinishedBodies {
  readonly #bounds: BodyBounds
  readonly #networks = new Map<string, NetworkBodies>()
  #bytes = 0

  constructor(bounds = BOUNDS) {
    this.#bounds = bounds
  }

  /** Begins to count a body of this network. `giveUp` may be called as long as it has not ended. */
  begin(network: string, giveUp: () => void): UnfinishedBody {
    const body: Body = { network, giveUp, bytes: 0 }
    const own = this.#networks.get(network) ?? new NetworkBodies()
    this.#networks.set(network, own)
    own.bodies.add(body)
    return {
      takes: (bytes) => {
        if (!own.bodies.has(body)) return
        this.#add(own, bytes - body.bytes)
        body.bytes = bytes
        while (own.bytes > this.#bounds.perNetwork) this.#giveUpOneOf(own)
        while (this.#bytes > this.#bounds.inAll) this.#giveUpOneOf(this.#fullest)
      },
      end: () => this.#forget(own, body),
    }
  }

  #giveUpOneOf(own: NetworkBodies): void {
    const [first, ...others] = own.bodies
    if (!first) return
    const largest = others.reduce((most, one) => (one.bytes > most.bytes ? one : most), first)
    this.#forget(own, largest)
    largest.giveUp()
  }

  #forget(own: NetworkBodies, body: Body): void {
    if (!own.bodies.delete(body)) return
    this.#add(own, -body.bytes)
    if (own.bodies.size === 0) this.#networks.delete(body.network)
  }

  #add(own: NetworkBodies, bytes: number): void {
    own.bytes += bytes
    this.#bytes += bytes
  }

  get #fullest(): NetworkBodies {
    const areas = new Map<string, number>()
    for (const [network, { bytes }] of this.#networks) {
      const area = toArea(network)
      areas.set(area, (areas.get(area) ?? 0) + bytes)
    }
    const most = Math.max(...areas.values())
    return [...this.#networks]
      .filter(([network]) => areas.get(toArea(network)) === most)
      .map(([, bodies]) => bodies)
      .reduce((fullest, one) => (one.bytes > fullest.bytes ? one : fullest))
  }
}
