/** Colours of team strips: apart from each other, quiet beside people's colours. */
const TEAM_COLORS = [
  '#4C7FA8',
  '#B3783A',
  '#5F8F5A',
  '#8A6BA8',
  '#B05A6B',
  '#3F8C8C',
  '#8C8246',
  '#6C7486',
] as const
const NO_TEAM_COLOR = '#B9B4A8'

/** The colour of a team's strip: the same name has the same colour on every board, on a card and in the tray. */
export function teamColor(team: string | undefined): string {
  if (!team) return NO_TEAM_COLOR
  let hash = 0
  for (const character of team.trim().toLowerCase())
    hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return TEAM_COLORS[hash % TEAM_COLORS.length] ?? NO_TEAM_COLOR
}
