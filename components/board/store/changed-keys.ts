/** The part of a deep Yjs event that is read here. */
export interface DeepEvent {
  readonly path: readonly (string | number)[]
  readonly changes: { readonly keys: ReadonlyMap<string, unknown> }
}

/** What a batch of Yjs events under one root map touched. */
export interface ChangedKeys {
  /** The root's own keys, and the first step of every deeper path. */
  readonly ids: ReadonlySet<string>
  /** The fields touched one level down; null stands for whole entries put in or taken out. */
  readonly fields: ReadonlySet<string | null>
}

/** Reads which entries of a root map a batch of deep events concerns. */
export function changedKeys(events: readonly DeepEvent[]): ChangedKeys {
  const ids = new Set<string>()
  const fields = new Set<string | null>()
  for (const event of events) {
    const [id, field] = event.path
    if (id === undefined) {
      for (const key of event.changes.keys.keys()) ids.add(key)
      fields.add(null)
      continue
    }
    ids.add(String(id))
    if (field !== undefined) fields.add(String(field))
    else for (const key of event.changes.keys.keys()) fields.add(key)
  }
  return { ids, fields }
}
