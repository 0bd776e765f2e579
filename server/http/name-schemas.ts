import { NAME_LIMITS } from '@/lib/name-limits'
import { isVisible, toLine } from '@/lib/text/visible-line'
import * as z from '@/lib/zod'

/** A name as people give it: one line of which something can be seen. */
export const personNameSchema = z
  .string()
  .transform(toLine)
  .pipe(z.string().max(NAME_LIMITS.PERSON_CHARACTERS).refine(isVisible, 'Say what we may call you.'))

/** A board's title as people give it: one line of which something can be seen. */
export const boardTitleSchema = z
  .string()
  .transform(toLine)
  .pipe(z.string().max(NAME_LIMITS.BOARD_CHARACTERS).refine(isVisible, 'Say what the board is about.'))
