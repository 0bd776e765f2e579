/** Runs all of these steps at once and answers with what they do. */
export function runAtOnce<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
