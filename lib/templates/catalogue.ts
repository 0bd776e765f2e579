import { EFFORT_VALUE_CURVES } from './effort-value-curves'
import { EFFORT_VALUE_OVERLAY } from './effort-value-overlay'
import { TEAM_MAP } from './team-map'
import type { Template } from './template'

/** Every template a board can hold. */
export const TEMPLATES: readonly Template[] = [EFFORT_VALUE_CURVES, EFFORT_VALUE_OVERLAY, TEAM_MAP]

/** What a board is made from that begins with no template at all. */
export const BLANK_START = 'blank'

/** Finds a template by its id; null where there is none. */
export function findTemplate(id: string): Template | null {
  return TEMPLATES.find((template) => template.id === id) ?? null
}

/** Says whether a board can be made from this: a template of the catalogue, or none. */
export function isStart(id: string): boolean {
  return id === BLANK_START || findTemplate(id) !== null
}
