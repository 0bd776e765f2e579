import { dropLateTyping } from './late-typing'

/** Longer ago its person has gone on to something else. */
const UNDER_HANDS_MS = 60_000

/** What stands in a field of a page, and where its person was in it; null where they were elsewhere. */
export interface Draft {
  readonly text: string
  readonly caret: readonly [start: number, end: number] | null
}

/** A draft, and what was typed for it while its field was away. */
export interface TakenDraft extends Draft {
  readonly late: string
}

/** What is typed in fields that are taken away and come back, such as under a lock or with a fresh document. */
export interface Drafts {
  /**
   * Keeps what stands in a field that is about to go. Letters that come too late for a word in it are no commands of the
   * page; they are kept as well. Of a field that goes more than once before it is back the first time counts.
   */
  put(name: string, draft: Draft): void
  /** Whether this was put a moment ago, and waits for its field. */
  isUnderHands(name: string): boolean
  /** Hands over what was kept, once: from now on letters are heard again. */
  take(name: string): TakenDraft | null
}

interface DraftsParts {
  dropLetters?(hear: (key: string) => void): () => void
  now?(): number
}

/** Makes the drafts of one board in one page; they live as long as the page. */
export function createDrafts({
  dropLetters = (hear) => dropLateTyping({ hear }),
  now = () => performance.now(),
}: DraftsParts = {}): Drafts {
  const kept = new Map<string, Draft & { readonly at: number }>()
  let latest: string | null = null
  let late = ''
  let hearAgain = (): void => undefined
  const isUnderHands = (name: string): boolean => now() - (kept.get(name)?.at ?? -Infinity) < UNDER_HANDS_MS
  return {
    isUnderHands,
    put: (name, draft) => {
      if (latest === name && isUnderHands(name)) return
      kept.set(name, { ...draft, at: now() })
      hearAgain()
      ;[latest, late] = [name, '']
      // In an empty field nobody is in the middle of a word: what they press next is meant.
      hearAgain =
        draft.caret && draft.text !== ''
          ? dropLetters((key) => (late = afterKey(late, key)))
          : () => undefined
    },
    take: (name) => {
      const draft = kept.get(name)
      kept.delete(name)
      if (!draft) return null
      hearAgain()
      const { text, caret } = draft
      const taken = { text, caret, late: latest === name ? late : '' }
      if (latest === name) latest = null
      return taken
    },
  }
}

function afterKey(typed: string, key: string): string {
  if (key === 'Enter') return `${typed}\n`
  const letters = [...typed]
  if (key === 'Backspace') return letters.slice(0, -1).join('')
  return [...key].length === 1 ? typed + key : typed
}
