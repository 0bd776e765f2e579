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
  /** Hands over what was kept, once: letters that were dropped for it are heard again from now on. */
  take(name: string): TakenDraft | null
}

interface KeptDraft extends Draft {
  readonly at: number
  late: string
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
  const kept = new Map<string, KeptDraft>()
  /** What its person was in last: letters that come now are meant for it. */
  let latest: KeptDraft | null = null
  let hearAgain = (): void => undefined
  const isRecent = ({ at }: KeptDraft): boolean => now() - at < UNDER_HANDS_MS
  const isUnderHands = (name: string): boolean => {
    const draft = kept.get(name)
    return draft !== undefined && isRecent(draft)
  }
  return {
    isUnderHands,
    put: (name, draft) => {
      if (latest && latest === kept.get(name) && isRecent(latest)) return
      const mine: KeptDraft = { ...draft, at: now(), late: '' }
      kept.set(name, mine)
      // What goes at the same moment, with nobody in it, is not what they type in.
      if (!draft.caret) return
      hearAgain()
      latest = mine
      // In an empty field nobody is in the middle of a word: what they press next is meant.
      hearAgain =
        draft.text === ''
          ? () => undefined
          : dropLetters((key) => void (mine.late = afterKey(mine.late, key)))
    },
    take: (name) => {
      const draft = kept.get(name)
      kept.delete(name)
      if (!draft) return null
      if (latest === draft) {
        hearAgain()
        latest = null
      }
      const { text, caret, late } = draft
      return { text, caret, late }
    },
  }
}

function afterKey(typed: string, key: string): string {
  if (key === 'Enter') return `${typed}\n`
  const letters = [...typed]
  if (key === 'Backspace') return letters.slice(0, -1).join('')
  return [...key].length === 1 ? typed + key : typed
}
