import { dropLateTyping } from './late-typing'

/** What stands in a field of a page, and where its person was in it; null where they were elsewhere. */
export interface Draft {
  readonly text: string
  readonly caret: readonly [start: number, end: number] | null
}

/** What is typed in fields that are taken away and come back, such as under a lock or with a fresh document. */
export interface Drafts {
  /** Keeps what stands in a field that is about to go. Letters that come too late for a word in it are no commands of the page. */
  put(name: string, draft: Draft): void
  /** Hands over what was kept, once: from now on letters are heard again. */
  take(name: string): Draft | null
}

/** Makes the drafts of one board in one page; they live as long as the page. */
export function createDrafts(dropLetters: () => () => void = dropLateTyping): Drafts {
  const kept = new Map<string, Draft>()
  let hearAgain = (): void => undefined
  return {
    put: (name, draft) => {
      kept.set(name, draft)
      hearAgain()
      // In an empty field nobody is in the middle of a word: what they press next is meant.
      hearAgain = draft.caret && draft.text !== '' ? dropLetters() : () => undefined
    },
    take: (name) => {
      const draft = kept.get(name) ?? null
      kept.delete(name)
      if (draft) hearAgain()
      return draft
    },
  }
}
