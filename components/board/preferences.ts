import { atom, type Signal } from '@tldraw/state'

// Choices of this browser, not of the person and not of the board.

export type WheelChoice = 'auto' | 'mouse' | 'trackpad'

/** A choice that outlives the page where the browser keeps something. */
export interface Kept<Value> {
  readonly value: Signal<Value>
  set(value: Value): void
}

export interface Preferences {
  /** What the wheel does: by what it comes from, always zoom, or always pan. */
  readonly wheel: Kept<WheelChoice>
  /** Whether a letter alone is a shortcut. */
  readonly singleKeys: Kept<boolean>
  /** Whether the map of the board is open. */
  readonly map: Kept<boolean>
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>

/** Reads the choices of a browser; one that keeps nothing, or forbids it, has the defaults each time. */
export function createPreferences(storage: () => Storage): Preferences {
  const flag = { true: true, false: false } as const
  return {
    wheel: keep(storage, 'contour-wheel', {
      words: { auto: 'auto', mouse: 'mouse', trackpad: 'trackpad' },
      first: 'auto',
    }),
    singleKeys: keep(storage, 'contour-single-keys', { words: flag, first: true }),
    map: keep(storage, 'contour-map', { words: flag, first: false }),
  }
}

interface Choice<Value> {
  /** Every value by how it is written down. */
  readonly words: Readonly<Record<string, Value>>
  readonly first: Value
}

function keep<Value>(storage: () => Storage, key: string, { words, first }: Choice<Value>): Kept<Value> {
  const value = atom<Value>(key, recall(storage, key, words) ?? first)
  return {
    value,
    set: (next) => {
      value.set(next)
      const word = Object.keys(words).find((one) => words[one] === next)
      try {
        if (word !== undefined) storage().setItem(key, word)
      } catch {
        // A browser that keeps nothing starts from the default next time.
      }
    },
  }
}

function recall<Value>(
  storage: () => Storage,
  key: string,
  words: Choice<Value>['words'],
): Value | undefined {
  try {
    const kept = storage().getItem(key)
    return kept !== null && Object.hasOwn(words, kept) ? words[kept] : undefined
  } catch {
    return undefined
  }
}

let ofThisBrowser: Preferences | null = null

/** The choices of this browser, the same object for all who ask. */
export function browserPreferences(): Preferences {
  ofThisBrowser ??= createPreferences(() => window.localStorage)
  return ofThisBrowser
}
