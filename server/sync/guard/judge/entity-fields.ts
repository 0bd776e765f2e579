import * as Y from 'yjs'
import type { EntityRoot } from '@/lib/board/layout'
import { entitySchemas, TEXT_CHARACTERS } from '@/lib/board/entity-schemas'
import { findTemplate } from '@/lib/templates/catalogue'

/** Says whether entities of this root have this plain field. */
export function hasField(root: EntityRoot, field: string): boolean {
  return Object.hasOwn(entitySchemas[root].shape, field)
}

/** Says whether an entity has all its texts and its plain fields hold what they may. */
export function isSoundEntity(root: EntityRoot, fields: Y.Map<unknown>): boolean {
  const plain: Record<string, unknown> = {}
  const texts = TEXT_CHARACTERS[root]
  for (const [field, value] of fields.entries()) if (!(field in texts)) plain[field] = value
  if (!entitySchemas[root].safeParse(plain).success) return false
  return root !== 'instances' || findTemplate(String(plain['templateId'])) !== null
}

/** Gives an entity the texts it lacks, so that nobody ever has to add one while others type. */
export function addMissingTexts(root: EntityRoot, fields: Y.Map<unknown>): void {
  for (const field of Object.keys(TEXT_CHARACTERS[root])) {
    if (!(fields.get(field) instanceof Y.Text)) fields.set(field, new Y.Text())
  }
}

/** Cuts a text at its end to what it may hold; says whether there was more. No letter is cut in two. */
export function trimText(root: EntityRoot, fields: Y.Map<unknown>, field: string): boolean {
  const text = fields.get(field)
  const most = TEXT_CHARACTERS[root][field]
  if (!(text instanceof Y.Text) || most === undefined || text.length <= most) return false
  const last = text.toJSON().charCodeAt(most - 1)
  const keep = last >= 0xd800 && last <= 0xdbff ? most - 1 : most
  text.delete(keep, text.length - keep)
  return true
}
