import type { Signal } from '@tldraw/state'
import type { ChangedThing } from '@/lib/board/changes/changed-things'

/** Much of other people's that somebody took off the board at once. */
export interface LargeRemoval {
  readonly id: number
  /** What they are called; null where it is not known who it was. */
  readonly name: string | null
  /** What is still gone of it. */
  readonly things: readonly ChangedThing[]
}

/** What facilitators are told of, because it empties a board for everybody and whoever did it may not notice. */
export interface Removals {
  /** The latest of which something is still gone, until it is put away; always null for who may not put it back. */
  readonly latest: Signal<LargeRemoval | null>
  /** Puts back what of the latest is still gone, as one step of mine. */
  putBack(): void
  /** Lets the latest be as it is. */
  dismiss(): void
}
