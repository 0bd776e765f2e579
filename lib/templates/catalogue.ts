import { EFFORT_VALUE_CURVES } from './effort-value-curves'
import { TEAM_MAP } from './team-map'
import type { Template } from './template'

/** Every template a board can hold. */
export const TEMPLATES: readonly Template[] = [EFFORT_VALUE_CURVES, TEAM_MAP]

/** Finds a template by its id; null where there is none. */
export function findTemplate(id: string): Template | null {
  return TEMPLATES.find((template) => template.id === id) ?? null
}
