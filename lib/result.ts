/** The answer of anything that may expectedly fail: a value, or the reason there is none. */
export type Result<Value, Reason> = { ok: true; value: Value } | { ok: false; error: Reason }

/** Wraps a value as a success. */
export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

/** Wraps a reason as a failure. */
export function err<Reason>(error: Reason): { ok: false; error: Reason } {
  return { ok: false, error }
}
