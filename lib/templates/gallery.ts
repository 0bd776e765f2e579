import { BLANK_START, TEMPLATES } from './catalogue'
import type { Template } from './template'

/** What a template is for, in the words of somebody choosing one. A template without a line shows its question. */
const LINES: Readonly<Record<string, string>> = {
  'effort-value-curves':
    'Six shapes of how value comes with effort. Put each initiative on the one you believe in.',
  'effort-value-overlay':
    'The same six shapes as lines in one large plot, to compare all initiatives at once.',
  'team-map': 'Teams along the flow of change, how they work together, and who carries what.',
}

const BLANK: GalleryEntry = {
  id: BLANK_START,
  name: 'Blank board',
  line: 'An empty table. Bring your cards and add templates as you go.',
}

/** One choice in the gallery. */
export interface GalleryEntry {
  readonly id: string
  readonly name: string
  readonly line: string
}

/** Every template as the gallery offers it, in the order of the catalogue. */
export function listGallery(templates: readonly Template[] = TEMPLATES): readonly GalleryEntry[] {
  return templates.map(({ id, name, prompt }) => ({ id, name, line: LINES[id] ?? prompt }))
}

/** What a new board can start from: every template, and nothing at all. */
export function listStarts(): readonly GalleryEntry[] {
  return [...listGallery(), BLANK]
}
