import { isFields } from './is-fields'
import type { BoardRecord, Json } from './layout'

/** Who made a record and when, as its `meta` says; it may say anything. */
export interface Authorship {
  readonly createdBy: Json | undefined
  readonly createdAt: Json | undefined
}

/** Reads who made a record and when; undefined where it does not say. */
export function authorshipOf({ meta }: BoardRecord): Authorship {
  if (!isFields(meta)) return { createdBy: undefined, createdAt: undefined }
  return { createdBy: meta['createdBy'], createdAt: meta['createdAt'] }
}
