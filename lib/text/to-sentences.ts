import { capitalised } from './capitalised'

/** Joins parts into sentences to be read aloud: each begins with a capital letter, the last has no full stop. */
export function toSentences(parts: readonly string[]): string {
  return parts
    .map((part) => capitalised(part.trim().replace(/\.$/, '')))
    .filter((part) => part !== '')
    .join('. ')
}
