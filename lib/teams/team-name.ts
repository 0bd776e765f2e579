import { withoutTurns } from '../text/visible-line'

/** A team's name as names are compared: without regard to case and to spaces around or between words. */
export function comparableName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en').normalize('NFC')
}

/** What a team is called where its name stands alone. */
export function teamLabel(name: string): string {
  return withoutTurns(name) || 'Unnamed team'
}

/** What a team is called in a sentence that goes on around its bare name. */
export function saidTeam(name: string): string {
  return withoutTurns(name) || 'a team without a name'
}

/** What a team is called in a sentence. */
export function theTeam(name: string): string {
  return `the team “${withoutTurns(name) || 'Unnamed'}”`
}
