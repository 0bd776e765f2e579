import { RoundRobin } from '../round-robin'
import type { Asker } from './asking'
import type { Waiting } from './fair-queue'

interface Network<Item> {
  readonly name: string
  readonly people: RoundRobin<string, Item>
}

/**
 * What waits in the names of those who ask, and leaves in turns between their networks, and within one between its
 * people: anybody can make up hundreds of people, but hardly a network.
 */
export class AskerRobin<Item> implements Waiting<Asker, Item> {
  readonly #networks = new Map<string, Network<Item>>()
  /** A network once for each thing that waits in it. */
  readonly #turns = new RoundRobin<string, Network<Item>>()

  get size(): number {
    return this.#turns.size
  }

  count({ network, person }: Asker): number {
    return this.#networks.get(network)?.people.count(person) ?? 0
  }

  add({ network: name, person }: Asker, item: Item): void {
    const network = this.#networks.get(name) ?? { name, people: new RoundRobin<string, Item>() }
    this.#networks.set(name, network)
    network.people.add(person, item)
    this.#turns.add(name, network)
  }

  take(): Item | undefined {
    return this.#takeFrom(this.#turns.take(), (people) => people.take())
  }

  /** Takes out what came last of whoever has most in the network with most. */
  takeFromFullest(): Item | undefined {
    return this.#takeFrom(this.#turns.takeFromFullest(), (people) => people.takeFromFullest())
  }

  #takeFrom(
    network: Network<Item> | undefined,
    take: (people: RoundRobin<string, Item>) => Item | undefined,
  ): Item | undefined {
    if (!network) return undefined
    const item = take(network.people)
    if (network.people.size === 0) this.#networks.delete(network.name)
    return item
  }
}
