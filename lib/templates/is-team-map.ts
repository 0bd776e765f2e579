import { findTemplate } from './catalogue'

/** Says whether what stands on a board is a map of teams; one that this version does not know is none. */
export function isTeamMap({ templateId }: { readonly templateId: string }): boolean {
  return findTemplate(templateId)?.teamMap !== undefined
}
