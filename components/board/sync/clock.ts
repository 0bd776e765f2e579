/** Time as the board's parts see it. Every call that waits answers with how to call it off. */
export interface Clock {
  /** Unix milliseconds. */
  now(): number
  after(ms: number, run: () => void): () => void
  /** Before the next picture is drawn. */
  frame(run: () => void): () => void
}

/** The clock of a browser window. */
export function createBrowserClock(now: () => number): Clock {
  return {
    now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    frame: (run) => {
      const request = requestAnimationFrame(() => run())
      return () => cancelAnimationFrame(request)
    },
  }
}
