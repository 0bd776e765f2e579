/** How long what people call somebody or something may be: pages take no more, and the server neither. */
export const NAME_LIMITS = {
  PERSON_CHARACTERS: 60,
  BOARD_CHARACTERS: 120,
} as const
