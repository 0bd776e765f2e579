import type { BoardStorage, StoredAsset } from '../../storage/board-storage'

/**
 * Finds images so that all who are given one at the same time are given the same bytes: many who ask for it, and read
 * slowly or never, take no more memory than one.
 */
export class SharedImages {
  readonly #storage: Pick<BoardStorage, 'findAsset'>
  readonly #reading = new Map<string, Promise<StoredAsset | null>>()
  readonly #given = new Map<string, WeakRef<StoredAsset['bytes']>>()
  readonly #facts = new Map<string, Omit<StoredAsset, 'bytes'>>()
  readonly #forgetting = new FinalizationRegistry<string>((id) => this.#forget(id))

  constructor(storage: Pick<BoardStorage, 'findAsset'>) {
    this.#storage = storage
  }

  /** The image of this id, or null. */
  find(id: string): Promise<StoredAsset | null> {
    const [facts, bytes] = [this.#facts.get(id), this.#given.get(id)?.deref()]
    if (facts && bytes) return Promise.resolve({ ...facts, bytes })
    const underWay = this.#reading.get(id)
    if (underWay) return underWay
    const reading = this.#read(id).finally(() => this.#reading.delete(id))
    this.#reading.set(id, reading)
    return reading
  }

  async #read(id: string): Promise<StoredAsset | null> {
    const image = await this.#storage.findAsset(id)
    if (!image) return null
    const { bytes, ...facts } = image
    this.#given.set(id, new WeakRef(bytes))
    this.#facts.set(id, facts)
    this.#forgetting.register(bytes, id)
    return image
  }

  #forget(id: string): void {
    if (this.#given.get(id)?.deref()) return
    this.#given.delete(id)
    this.#facts.delete(id)
  }
}
