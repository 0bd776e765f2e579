/** Why something of a gesture or a paste was taken out again, as its person reads it. */
export const REFUSALS = {
  record:
    'Part of this cannot stand on a board and was taken out again: it is too large or of a kind not kept.',
  card: 'A card was copied without what it says and was taken out again. Copy it once more from its board.',
  team: 'A team can be copied on its own map only, and was taken out again. Add a team here instead.',
  interaction:
    'An interaction joins two teams of its map, which do not both stand here, and was taken out again.',
} as const
