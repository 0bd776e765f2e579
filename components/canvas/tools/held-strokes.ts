import { CommitPace } from '../../board/store/commit/commit-pace'

/** Makes one of several strokes of a held key where each moves very many things and is written at once. */
export class HeldStrokes {
  readonly #pace = new CommitPace()
  readonly #now: () => number
  #gathered = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** How many strokes are due with this one, which moves so many; 0 while they gather. */
  due({ repeat }: Pick<KeyboardEvent, 'repeat'>, moved: number): number {
    this.#gathered = repeat ? this.#gathered + 1 : 1
    const now = this.#now()
    if (repeat && this.#pace.waitOf(moved, now) > 0) return 0
    this.#pace.note(now)
    const due = this.#gathered
    this.#gathered = 0
    return due
  }
}
