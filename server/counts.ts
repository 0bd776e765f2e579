/** How many there are under each key. Knows at once under which there are most, however many keys there are. */
export class Counts<Key> {
  readonly #counts = new Map<Key, number>()
  /** The keys with so many, first those that have been so for longest. */
  readonly #keysWith = new Map<number, Set<Key>>()
  #most = 0

  /** How many there are where there are most. */
  get most(): number {
    return this.#most
  }

  /** Of the keys with most, the one that has been so for longest; undefined where nothing is counted. */
  get fullest(): Key | undefined {
    const [key] = this.#keysWith.get(this.#most) ?? []
    return key
  }

  of(key: Key): number {
    return this.#counts.get(key) ?? 0
  }

  add(key: Key): void {
    const count = this.of(key)
    this.#move(key, count, count + 1)
    this.#most = Math.max(this.#most, count + 1)
  }

  /** Counts one less, where there is any. */
  remove(key: Key): void {
    const count = this.of(key)
    if (count === 0) return
    this.#move(key, count, count - 1)
    if (!this.#keysWith.has(this.#most)) this.#most--
  }

  #move(key: Key, from: number, to: number): void {
    const left = this.#keysWith.get(from)
    left?.delete(key)
    if (left?.size === 0) this.#keysWith.delete(from)
    if (to === 0) return void this.#counts.delete(key)
    this.#counts.set(key, to)
    this.#keysWith.set(to, (this.#keysWith.get(to) ?? new Set()).add(key))
  }
}
