interface Seldom {
  ask(): void
  /** What was asked for and not yet done is dropped. */
  stop(): void
}

/** Does something once for all that asked within a while (ms), at the end of it: the last wish is never forgotten. */
export function createSeldom(work: () => void, everyMs: number): Seldom {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ask: () => {
      timer ??= setTimeout(() => {
        timer = undefined
        work()
      }, everyMs)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
