/** How much the plain fields of an initiative may hold. */
export const INITIATIVE_LIMITS = {
  /** Of a team, an owner, an external key; a template is called by as many, of which far fewer fit on its paper. */
  NAME_CHARACTERS: 120,
  /** In person-weeks. */
  MOST_EFFORT: 1_000_000,
  TAGS: 20,
  TAG_CHARACTERS: 40,
  LINKS: 20,
} as const
