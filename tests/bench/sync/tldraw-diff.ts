// What tldraw sync sends, as far as the bench reads it.

type ObjectDiff = { readonly [key: string]: ValueOp }
type ValueOp =
  | readonly ['put', unknown]
  | readonly ['patch', ObjectDiff]
  | readonly ['append', readonly unknown[] | string, number]
  | readonly ['delete']

/** Changes by record id. */
export interface NetworkDiff {
  [id: string]: readonly ['put', object] | readonly ['patch', ObjectDiff] | readonly ['remove']
}

/** A record as the bench looks at it. */
export interface TldrawRecord {
  readonly id: string
  readonly userName?: string
  readonly cursor?: { readonly x: number; readonly y: number } | null
  readonly props?: Readonly<Record<string, unknown>>
  readonly [field: string]: unknown
}

/** Applies changes to records and says which records they touched. */
export function applyDiff(
  records: Map<string, TldrawRecord>,
  diff: NetworkDiff,
  onTouched: (id: string) => void,
): void {
  for (const [id, change] of Object.entries(diff)) {
    const known = records.get(id)
    if (change[0] === 'put') records.set(id, change[1] as TldrawRecord)
    else if (change[0] === 'remove') records.delete(id)
    else if (known) records.set(id, patch(known, change[1]) as TldrawRecord)
    onTouched(id)
  }
}

function patch(value: object, diff: ObjectDiff): object {
  const next: Record<string, unknown> = { ...value }
  for (const [key, change] of Object.entries(diff)) {
    if (change[0] === 'put') next[key] = change[1]
    else if (change[0] === 'patch') next[key] = patch(next[key] ?? {}, change[1])
    else if (change[0] === 'delete') delete next[key]
    else next[key] = append(next[key], change[1])
  }
  return next
}

function append(value: unknown, more: readonly unknown[] | string): unknown {
  if (typeof more === 'string') return `${String(value)}${more}`
  return [...(value as readonly unknown[]), ...more]
}
