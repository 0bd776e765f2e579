import * as Y from 'yjs'
import { CANVAS_INSTANCE, parsePlacementKey, teamOfTarget, type BoardDocument } from '@/lib/board/layout'
import { hasHome } from '@/lib/board/places/cards/has-home'
import { placementSchema, teamPlacementSchema } from '@/lib/board/limits/entity-schemas'
import { readInstance } from '@/lib/board/read'
import { sameJson } from '@/lib/board/units'
import type { InstanceId } from '@/lib/ids'
import { findTemplate } from '@/lib/templates/catalogue'
import type { Template } from '@/lib/templates/template'
import { WHOLE, type Touched } from '../touched'
import { cellOf, valueOf } from './cells'
import { refuse, type Case } from './judge-context'
import { rewriteIfLost } from './rewrite-if-lost'
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

function canStand(board: BoardDocument, key: string, value: unknown): boolean {
  if (!hasHome(board, key)) return false
  if (value === null) return true
  const ids = parsePlacementKey(key)
  if (!ids) return false
  const { instanceId } = ids
  const isCard = isInitiative(board, ids.initiativeId)
  const template = findTemplate(readInstance(board, instanceId)?.templateId ?? '')
  return isCard ? canCardStand(board, template, { value, instanceId }) : canTeamStand(template, value)
}

function canTeamStand(template: Template | null, value: unknown): boolean {
  return template?.teamMap !== undefined && teamPlacementSchema.safeParse(value).success
}

function canCardStand(
  board: BoardDocument,
  template: Template | null,
  { value, instanceId }: { value: unknown; instanceId: InstanceId },
): boolean {
  const placement = placementSchema.safeParse(value)
  if (!placement.success) return false
  const { target, x } = placement.data
  if (instanceId === CANVAS_INSTANCE) return target === 'canvas' && x === undefined
  if (target === 'frame') return x === undefined
  const teamId = teamOfTarget(target)
  if (teamId !== null) return x === undefined && template?.teamMap !== undefined && isTeam(board, teamId)
  return template?.plots.some(({ curveId }) => target === `curve:${curveId}`) ?? false
}

function isInitiative(board: BoardDocument, id: string): boolean {
  return board.initiatives.get(id) instanceof Y.Map
}

function isTeam(board: BoardDocument, id: string): boolean {
  return board.teams.get(id) instanceof Y.Map
}
