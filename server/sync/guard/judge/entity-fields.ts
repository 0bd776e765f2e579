import * as Y from 'yjs'
import { isRemoved, type BoardDocument, type EntityRoot } from '@/lib/board/layout'
import { readInstance } from '@/lib/board/read'
import { forgetPlaces } from '@/lib/board/text/forget-places'
import type { InstanceId } from '@/lib/ids'
import { entitySchemas, TEXT_CHARACTERS } from '@/lib/board/limits/entity-schemas'
import { findTemplate } from '@/lib/templates/catalogue'

/** Says whether entities of this root have this plain field. */
export function hasField(root: EntityRoot, field: string): boolean {
  return Object.hasOwn(entitySchemas[root].shape, field)
}

/**
 * Says whether an entity's plain fields hold what they may, and those written now name only what the board has: what a
 * field has named all along binds nobody who changes another one.
 */
export function isSoundEntity(
  board: BoardDocument,
  root: EntityRoot,
  { fields, written }: { readonly fields: Y.Map<unknown>; readonly written: Iterable<string> },
): boolean {
  const plain: Record<string, unknown> = {}
  const texts = TEXT_CHARACTERS[root]
  for (const [field, value] of fields.entries()) if (!Object.hasOwn(texts, field)) plain[field] = value
  if (!entitySchemas[root].safeParse(plain).success) return false
  return [...written].every((field) => REFERENCES[root]?.[field]?.(board, plain) ?? true)
}

type Reference = (board: BoardDocument, plain: Record<string, unknown>) => boolean

/** The fields that name something else on the board, and when they may. */
const REFERENCES: Readonly<Partial<Record<EntityRoot, Readonly<Record<string, Reference>>>>> = {
  instances: { templateId: (_board, { templateId }) => findTemplate(String(templateId)) !== null },
  initiatives: { teamId: (board, { teamId }) => isRemovedOr(teamId, (id) => isTeam(board, id)) },
  interactions: { from: isSoundInteraction, to: isSoundInteraction, instance: isSoundInteraction },
}

/** Deleted teams and maps count: somebody may restore them. */
function isSoundInteraction(board: BoardDocument, { from, to, instance }: Record<string, unknown>): boolean {
  const map = typeof instance === 'string' ? readInstance(board, instance as InstanceId) : null
  const standsOnMap = map !== null && findTemplate(map.templateId)?.teamMap !== undefined
  return standsOnMap && from !== to && isTeam(board, from) && isTeam(board, to)
}

function isTeam(board: BoardDocument, id: unknown): boolean {
  return typeof id === 'string' && board.teams.get(id) instanceof Y.Map
}

function isRemovedOr(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return value === undefined || isRemoved(value) || isRight(value)
}

/** Gives an entity the texts it lacks, so that nobody ever has to add one while others type. */
export function addMissingTexts(root: EntityRoot, fields: Y.Map<unknown>): void {
  for (const field of Object.keys(TEXT_CHARACTERS[root])) {
    if (!(fields.get(field) instanceof Y.Text)) fields.set(field, new Y.Text())
  }
}

/**
 * Cuts a text at its end to what it may hold, no letter in two; answers with how many items of it that passes, 0 where there
 * was no more.
 */
export function trimText(root: EntityRoot, fields: Y.Map<unknown>, field: string): number {
  const text = fields.get(field)
  const most = TEXT_CHARACTERS[root][field]
  if (!(text instanceof Y.Text) || most === undefined || text.length <= most) return 0
  const { code, items } = lookAt(text, most - 1)
  const keep = code >= 0xd800 && code <= 0xdbff ? most - 1 : most
  forgetPlaces(text)
  text.delete(keep, text.length - keep)
  return items
}

/** The UTF-16 unit at this place of a text, and how many items the text has, those included that are gone. */
function lookAt(text: Y.Text, at: number): { readonly code: number; readonly items: number } {
  let [before, code, items] = [0, 0, 0]
  for (let item = text._start; item !== null; item = item.right) {
    items++
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    if (at >= before && at < before + item.length) code = item.content.str.charCodeAt(at - before)
    before += item.length
  }
  return { code, items }
}
