import { toArea } from '../../limits/sender-address'
import { RoundRobin } from './round-robin'
import type { Asker } from './asking'
import type { Waiting } from './fair-queue'

type NameOf = (asker: Asker) => string

const LEVELS: readonly NameOf[] = [
  ({ network }) => toArea(network),
  ({ network }) => network,
  ({ person }) => person,
]

interface Branch<Item> {
  readonly name: string
  readonly below: Waiting<Asker, Item>
}

/**
 * What waits in the names of those who ask, and leaves in turns between the areas they are in, within one between its
 * networks, and within one between its people: anybody can make up hundreds of people, and whoever holds an area
 * thousands of networks in it, but hardly areas.
 */
export class AskerRobin<Item> implements Waiting<Asker, Item> {
  readonly #nameOf: NameOf | undefined
  readonly #levelsBelow: readonly NameOf[]
  readonly #branches = new Map<string, Branch<Item>>()
  /** A branch once for each thing that waits in it. */
  readonly #turns = new RoundRobin<string, Branch<Item>>()

  constructor([nameOf, ...below]: readonly NameOf[] = LEVELS) {
    this.#nameOf = nameOf
    this.#levelsBelow = below
  }

  get size(): number {
    return this.#turns.size
  }

  count(asker: Asker): number {
    return this.#branches.get(this.#nameIn(asker))?.below.count(asker) ?? 0
  }

  add(asker: Asker, item: Item): void {
    const name = this.#nameIn(asker)
    const branch = this.#branches.get(name) ?? { name, below: this.#createBelow() }
    this.#branches.set(name, branch)
    branch.below.add(asker, item)
    this.#turns.add(name, branch)
  }

  take(): Item | undefined {
    return this.#takeFrom(this.#turns.take(), (below) => below.take())
  }

  /** Takes out what came last of whoever has most, in the network with most, in the area with most. */
  takeFromFullest(): Item | undefined {
    return this.#takeFrom(this.#turns.takeFromFullest(), (below) => below.takeFromFullest())
  }

  #nameIn(asker: Asker): string {
    return this.#nameOf?.(asker) ?? ''
  }

  #createBelow(): Waiting<Asker, Item> {
    return this.#levelsBelow.length > 0 ? new AskerRobin(this.#levelsBelow) : new Line()
  }

  #takeFrom(
    branch: Branch<Item> | undefined,
    take: (below: Waiting<Asker, Item>) => Item | undefined,
  ): Item | undefined {
    if (!branch) return undefined
    const item = take(branch.below)
    if (branch.below.size === 0) this.#branches.delete(branch.name)
    return item
  }
}

/** What one asker waits for, in the order it was asked for. */
class Line<Item> implements Waiting<Asker, Item> {
  readonly #items: Item[] = []

  get size(): number {
    return this.#items.length
  }

  count(): number {
    return this.size
  }

  add(_asker: Asker, item: Item): void {
    this.#items.push(item)
  }

  take(): Item | undefined {
    return this.#items.shift()
  }

  takeFromFullest(): Item | undefined {
    return this.#items.pop()
  }
}
