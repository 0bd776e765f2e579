import type { BoardStorage } from '@/server/storage/board-storage'

/** Calls of a storage that wait until the test lets them go. */
export interface HeldCalls {
  /** How many wait, or have waited. */
  readonly count: number
  letGo(): void
}

/** Holds every call of one method of a storage, from now on. */
export function holdCalls<Name extends keyof BoardStorage>(storage: BoardStorage, name: Name): HeldCalls {
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  const calls = { count: 0, letGo: () => letGo() }
  const before = storage[name] as (...given: unknown[]) => Promise<unknown>
  storage[name] = (async (...given: unknown[]) => {
    calls.count++
    await gate
    return before(...given)
  }) as BoardStorage[Name]
  return calls
}

/** Counts the answers of one method of a storage, from now on. */
export function countAnswers<Name extends keyof BoardStorage>(
  storage: BoardStorage,
  name: Name,
): { readonly count: number } {
  const answers = { count: 0 }
  const before = storage[name] as (...given: unknown[]) => Promise<unknown>
  storage[name] = (async (...given: unknown[]) => {
    const answer = await before(...given)
    answers.count++
    return answer
  }) as BoardStorage[Name]
  return answers
}
