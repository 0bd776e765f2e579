import { LIMITS } from '@/lib/sync/limits'
import { toArea } from './sender-address'

interface BodyBounds {
  readonly perNetwork: number
  readonly inAll: number
}

interface Body {
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

/** The bodies of one area, by its networks. */
class AreaBodies {
  bytes = 0
  readonly networks = new Map<string, NetworkBodies>()
}

/** The bodies of one network. */
class NetworkBodies {
  bytes = 0
  /** The oldest first. */
  readonly bodies = new Set<Body>()

  constructor(
    readonly name: string,
    readonly area: AreaBodies,
  ) {}
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
  readonly #areas = new Map<string, AreaBodies>()
  #bytes = 0

  constructor(bounds = BOUNDS) {
    this.#bounds = bounds
  }

  /** Begins to count a body of this network. `giveUp` may be called as long as it has not ended. */
  begin(network: string, giveUp: () => void): UnfinishedBody {
    const body: Body = { giveUp, bytes: 0 }
    const own = this.#enter(network)
    own.bodies.add(body)
    return {
      takes: (bytes) => {
        if (!own.bodies.has(body)) return
        this.#add(own, bytes - body.bytes)
        body.bytes = bytes
        while (own.bytes > this.#bounds.perNetwork) this.#giveUpOneOf(own)
        while (this.#bytes > this.#bounds.inAll) this.#giveUpOneOf(this.#findFullest() ?? own)
      },
      end: () => this.#forget(own, body),
    }
  }

  #enter(network: string): NetworkBodies {
    const name = toArea(network)
    const area = this.#areas.get(name) ?? new AreaBodies()
    this.#areas.set(name, area)
    const own = area.networks.get(network) ?? new NetworkBodies(network, area)
    area.networks.set(network, own)
    return own
  }

  #giveUpOneOf(own: NetworkBodies): void {
    const largest = findFullest(own.bodies)
    if (!largest) return
    this.#forget(own, largest)
    largest.giveUp()
  }

  #forget(own: NetworkBodies, body: Body): void {
    if (!own.bodies.delete(body)) return
    this.#add(own, -body.bytes)
    if (own.bodies.size > 0) return
    own.area.networks.delete(own.name)
    if (own.area.networks.size === 0) this.#areas.delete(toArea(own.name))
  }

  #add(own: NetworkBodies, bytes: number): void {
    own.bytes += bytes
    own.area.bytes += bytes
    this.#bytes += bytes
  }

  #findFullest(): NetworkBodies | undefined {
    const area = findFullest(this.#areas.values())
    return area && findFullest(area.networks.values())
  }
}

/** The first of those with most. One walk, and no copy: there may be as many as lines, and each piece of a body may ask. */
function findFullest<One extends { readonly bytes: number }>(all: Iterable<One>): One | undefined {
  let fullest: One | undefined
  for (const one of all) if (!fullest || one.bytes > fullest.bytes) fullest = one
  return fullest
}
