/** Runs this; where it throws, that is reported as any fault is, keeps nothing beside it from being done, and the answer is null. */
export function orReport<Value>(run: () => Value): Value | null {
  try {
    return run()
  } catch (error) {
    globalThis.reportError(error)
    return null
  }
}
