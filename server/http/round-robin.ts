/** What waits under keys, and leaves in turns between them: whoever brings much keeps nobody else's waiting. */
export class RoundRobin<Key, Item> {
  /** The key whose turn is next comes first. */
  readonly #waiting = new Map<Key, Item[]>()

  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  /** How many wait under this key. */
  count(key: Key): number {
    return this.#waiting.get(key)?.length ?? 0
  }

  add(key: Key, item: Item): void {
    const queue = this.#waiting.get(key)
    if (queue) queue.push(item)
    else this.#waiting.set(key, [item])
  }

  /** Takes out the next; undefined where nothing waits. */
  take(): Item | undefined {
    const [next] = this.#waiting
    if (!next) return undefined
    const [key, queue] = next
    const item = queue.shift()
    this.#waiting.delete(key)
    if (queue.length > 0) this.#waiting.set(key, queue)
    return item
  }
}
