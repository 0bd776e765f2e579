import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { LIMITS } from '@/lib/sync/limits'
import { Counts } from '../../counts'
import { NetworkLines, type Line } from './network-lines'
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
  const networks = new WeakMap<object, string>()
  server.on('connection', (socket: Socket) => {
    const network = toNetwork(socket.remoteAddress ?? '')
    networks.set(socket, network)
    socket.once('close', () => lines.remove(network, socket))
    lines.add(network, socket)
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    const network = networks.get(socket) ?? ''
    lines.noteRequest(network, socket)
    response.once('close', () => lines.noteAnswer(network, socket))
  })
  server.on('upgrade', ({ socket }: IncomingMessage) => {
    const network = networks.get(socket) ?? ''
    lines.noteSocket(network, socket)
    socket.once('finish', () => lines.noteGoodbye(network, socket))
  })
}

/** The lines that are open at the same time, by the networks they come from. */
export class OpenLines {
  readonly #bounds: LineBounds
  readonly #lines = new Map<string, NetworkLines>()
  readonly #areas = new Counts<string>()
  /** The networks of each area. */
  readonly #networks = new Map<string, Counts<string>>()
  #size = 0

  constructor(bounds: LineBounds) {
    this.#bounds = bounds
  }

  /**
   * Takes a line in. Where its network has too many, one of them makes room; where all have, one of the network with
   * most in the area with most, as `NetworkLines` says.
   */
  add(network: string, line: Line): void {
    const own = this.#lines.get(network) ?? new NetworkLines()
    own.add(line)
    this.#lines.set(network, own)
    const area = toArea(network)
    const networks = this.#networks.get(area) ?? new Counts<string>()
    this.#networks.set(area, networks)
    networks.add(network)
    this.#areas.add(area)
    this.#size++
    if (networks.of(network) > this.#bounds.perNetwork) this.#cutOne(network, line)
    else if (this.#size > this.#bounds.inAll) this.#cutOne(this.#fullest ?? network, line)
  }

  /** Something is asked for on this line. */
  noteRequest(network: string, line: Line): void {
    this.#lines.get(network)?.noteRequest(line)
  }

  /** Something that was asked for on this line has been answered. */
  noteAnswer(network: string, line: Line): void {
    this.#lines.get(network)?.noteAnswer(line)
  }

  /** This line has become a socket of a board. */
  noteSocket(network: string, line: Line): void {
    this.#lines.get(network)?.noteSocket(line)
  }

  /** Nothing more is said on a line that was a socket. */
  noteGoodbye(network: string, line: Line): void {
    this.#lines.get(network)?.noteGoodbye(line)
  }

  /** Forgets a line that has ended. */
  remove(network: string, line: Line): void {
    const lines = this.#lines.get(network)
    if (!lines?.delete(line)) return
    if (lines.isEmpty) this.#lines.delete(network)
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

  #cutOne(network: string, newcomer: Line): void {
    const spare = this.#lines.get(network)?.findSpare(newcomer)
    if (!spare) return
    this.remove(network, spare)
    spare.destroy()
  }
}
