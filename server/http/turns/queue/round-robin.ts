import { Counts } from '../../../counts'

/** What waits under keys, and leaves in turns between them: whoever brings much keeps nobody else's waiting. */
export class RoundRobin<Key, Item> {
  /** The key whose turn is next comes first. */
  readonly #waiting = new Map<Key, Item[]>()
  readonly #counts = new Counts<Key>()
  #size = 0

  /** How many wait in all. */
  get size(): number {
    return this.#size
  }

  /** How many wait under this key. */
  count(key: Key): number {
    return this.#counts.of(key)
  }

  add(key: Key, item: Item): void {
    const queue = this.#waiting.get(key)
    if (queue) queue.push(item)
    else this.#waiting.set(key, [item])
    this.#counts.add(key)
    this.#size++
  }

  /** Takes out the next; undefined where nothing waits. */
  take(): Item | undefined {
    const [next] = this.#waiting
    if (!next) return undefined
    const [key, queue] = next
    const item = queue.shift()
    this.#waiting.delete(key)
    if (queue.length > 0) this.#waiting.set(key, queue)
    this.#countOut(key)
    return item
  }

  /** Takes out what came last under the key with most; undefined where nothing waits. */
  takeFromFullest(): Item | undefined {
    const key = this.#counts.fullest
    const queue = key === undefined ? undefined : this.#waiting.get(key)
    if (key === undefined || !queue) return undefined
    const item = queue.pop()
    if (queue.length === 0) this.#waiting.delete(key)
    this.#countOut(key)
    return item
  }

  #countOut(key: Key): void {
    this.#counts.remove(key)
    this.#size--
  }
}
