const TITLE_CHARACTERS = 60
/** So many are kept rather than the last word whole. */
const LEAST_CHARACTERS = 30

interface FileParts {
  readonly title: string
  /** What of it; absent for the whole. */
  readonly part?: string
  readonly now: Date
  readonly ending: string
}

/** A file name people recognise and every file system takes: the title, what of it, and the day. */
export function toFileName({ title, part = '', now, ending }: FileParts): string {
  const words = [title, part].map(toWords).filter(Boolean).join('-')
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((number) => String(number).padStart(2, '0'))
    .join('-')
  return `${words || 'board'}-${day}.${ending}`
}

function toWords(text: string): string {
  const words = text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const characters = Array.from(words)
  const kept = characters.slice(0, TITLE_CHARACTERS)
  const isWhole = (characters[TITLE_CHARACTERS] ?? '-') === '-'
  const end = isWhole ? -1 : kept.lastIndexOf('-')
  return (end < LEAST_CHARACTERS ? kept : kept.slice(0, end)).join('').replace(/^-+|-+$/g, '')
}
