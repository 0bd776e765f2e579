import * as Y from 'yjs'
import { CANVAS_INSTANCE, parsePlacementKey, type BoardDocument } from '@/lib/board/layout'
import { placementSchema } from '@/lib/board/entity-schemas'
import { readInstance } from '@/lib/board/read'
import { sameJson } from '@/lib/board/units'
import { findTemplate } from '@/lib/templates/catalogue'
import { WHOLE, type Touched } from '../touched'
import { cellOf, valueOf } from './cells'
import { refuse, type Case } from './judge-context'
import { rewriteIfLost } from './lost-write'
import { writeBackPlacement } from './write-back'

/** Judges what an update did to one placement; answers whether anything of it stays. */
export function judgePlacement(one: Case, entry: Touched): boolean {
  const { board, clientIds } = one.tick
  const cell = cellOf(board, entry, WHOLE)
  const item = entry.units.get(WHOLE)
  if (cell && item) rewriteIfLost(cell, item, clientIds)
  const before = one.before.get(entry.key)?.get(WHOLE)
  const after = valueOf(cell)
  if (sameJson(before, after)) return false
  if (after !== undefined && canStand(board, entry.id, after)) return true
  writeBackPlacement(one, entry, hasHome(board, entry.id))
  refuse(one, entry, 'invalid-input')
  return false
}

/** Deleted initiatives and instances count: somebody may restore them. */
function hasHome(board: BoardDocument, key: string): boolean {
  const ids = parsePlacementKey(key)
  if (!ids || !(board.initiatives.get(ids.initiativeId) instanceof Y.Map)) return false
  return ids.instanceId === CANVAS_INSTANCE || readInstance(board, ids.instanceId) !== null
}

function canStand(board: BoardDocument, key: string, value: unknown): boolean {
  if (!hasHome(board, key)) return false
  if (value === null) return true
  const placement = placementSchema.safeParse(value)
  const ids = parsePlacementKey(key)
  if (!placement.success || !ids) return false
  const { target, x } = placement.data
  if (ids.instanceId === CANVAS_INSTANCE) return target === 'canvas' && x === undefined
  if (target === 'frame') return x === undefined
  const template = findTemplate(readInstance(board, ids.instanceId)?.templateId ?? '')
  return template?.plots.some(({ curveId }) => target === `curve:${curveId}`) ?? false
}
