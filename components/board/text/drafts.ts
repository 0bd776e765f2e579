import { hearLeaving } from './hear-leaving'
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

interface Keeping {
  /** Kept until it is taken, however long that is: it stands nowhere else. */
  readonly lasts?: boolean
}

/** What is typed in fields that are taken away and come back, such as under a lock or with a fresh document. */
export interface Drafts {
  /**
   * Keeps what stands in a field that is about to go. Letters that come too late for a word in it are no commands of the
   * page; they are kept as well. Of a field that goes more than once before it is back the first time counts.
   */
  put(name: string, draft: Draft, keeping?: Keeping): void
  /** What was put a moment ago, while it waits for its field; null where nothing does. */
  waiting(name: string): Draft | null
  /** Whether this waits, and its person pressed and wrote nowhere else since. */
  isUnderHands(name: string): boolean
  /** Hands over what was kept, once: letters that were dropped for it are heard again from now on. */
  take(name: string): TakenDraft | null
}

interface KeptDraft extends TakenDraft {
  readonly at: number
  readonly lasts: boolean
  late: string
  isLeft: boolean
}

interface DraftsParts {
  dropLetters?(hear: (key: string) => void): () => void
  hearLeaving?(leave: () => void): () => void
  now?(): number
}

/** Makes the drafts of one board in one page; they live as long as the page. */
export function createDrafts({
  dropLetters = (hear) => dropLateTyping({ hear }),
  hearLeaving: listen = hearLeaving,
  now = () => performance.now(),
}: DraftsParts = {}): Drafts {
  const kept = new Map<string, KeptDraft>()
  /** What its person was in last: letters that come now are meant for it. */
  let latest: KeptDraft | null = null
  let hearAgain = (): void => undefined
  let stopListening = (): void => undefined
  const isRecent = ({ at }: KeptDraft): boolean => now() - at < UNDER_HANDS_MS
  const findWaiting = (name: string): KeptDraft | null => {
    const draft = kept.get(name)
    return draft && isRecent(draft) ? draft : null
  }
  const forgetOld = (): void => {
    for (const [name, draft] of kept) if (!draft.lasts && !isRecent(draft)) kept.delete(name)
  }
  const leave = (): void => {
    hearAgain()
    stopListening()
    if (latest) latest.isLeft = true
    latest = null
  }
  /** Its person is in it: what they type now is meant for it, until they go elsewhere. */
  const hold = (draft: KeptDraft): void => {
    leave()
    latest = draft
    draft.isLeft = false
    // In an empty field nobody is in the middle of a word: what they press next is meant.
    hearAgain =
      draft.text === ''
        ? () => undefined
        : dropLetters((key) => void (draft.late = afterKey(draft.late, key)))
    // After that, so that letters which are dropped are not heard as written elsewhere.
    stopListening = listen(() => void (draft.isLeft = true))
  }
  return {
    waiting: findWaiting,
    isUnderHands: (name) => findWaiting(name)?.isLeft === false,
    put: (name, draft, { lasts = false } = {}) => {
      forgetOld()
      if (latest && latest === findWaiting(name)) {
        if (draft.caret) hold(latest)
        return
      }
      const mine: KeptDraft = { ...draft, at: now(), lasts, late: '', isLeft: true }
      kept.set(name, mine)
      // What goes at the same moment, with nobody in it, is not what they type in.
      if (draft.caret) hold(mine)
    },
    take: (name) => {
      const draft = kept.get(name)
      kept.delete(name)
      if (!draft) return null
      if (latest === draft) leave()
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
