import type { MapDetail } from '@/lib/board/shapes/detail'
import type { Box } from '@/lib/geometry/box'
import type { Size } from '@/lib/geometry/size'
import { findWordsPlace, type WordsPlace } from '@/lib/teams/words-place'
import { wrapText } from '@/lib/text/wrap-text'
import { measureIn } from '../../shapes/measure-text'
import type { InteractionFacts } from '../interaction-facts'
import { remarkPlace } from './remark-place'

const LABELS = {
  collaboration: { words: 'Collaboration', full: 14, large: 18, far: 20 },
  'x-as-a-service': { words: 'XaaS', full: 14, large: 17, far: 20 },
  facilitating: { words: 'Facilitating', full: 14, large: 15, far: 20 },
} as const
/** Letters of the remarks, px. */
const REMARKS = { full: 12, large: 17, far: 20, title: 22, block: 0 } as const
/** How wide a line of the remarks is, in letters, and how many of them a remark takes. */
const REMARK_WIDTH = 17
const REMARK_LINES = 3
/** How high capitals are, and a line, in letters. */
const CAPITALS = 0.73
export const LINE = 1.3

interface Worded {
  readonly facts: Pick<InteractionFacts, 'mode' | 'warnings' | 'around'>
  readonly size: Size
  readonly rotation: number
  readonly detail: MapDetail
}

/** What an interaction is called, and where. */
export interface InteractionName {
  readonly words: string
  readonly letters: number
  readonly w: number
  readonly h: number
  /** The middle of the words, in the shape's own px. */
  readonly at: WordsPlace
}

/** The remarks on an interaction, as lines in a box. */
export interface LaidRemarks {
  readonly lines: readonly string[]
  readonly letters: number
  /** Upright, in px from the middle of the interaction. */
  readonly box: Box
}

/** Lays out what an interaction is called; null from so far away that it is not read. */
export function layName({ facts, size, rotation, detail }: Worded): InteractionName | null {
  if (detail === 'title' || detail === 'block') return null
  const { words, ...sizes } = LABELS[facts.mode.id]
  const letters = sizes[detail]
  const box = { w: measureIn({ sizePx: letters, weight: 500 })(words), h: letters * CAPITALS }
  return { words, letters, ...box, at: findWordsPlace(facts.mode.id, { size, rotation, words: box }) }
}

/** Lays out the remarks on an interaction clear of what stands on its map; null where there are none, or none is read. */
export function layRemarks(worded: Worded): LaidRemarks | null {
  const { facts, size, detail } = worded
  const letters = REMARKS[detail]
  if (facts.warnings.length === 0 || letters === 0) return null
  const name = layName(worded)
  const half = Math.max(size.w, size.h) / 2
  const reach = { up: half, down: half + (name && !name.at.isInside ? name.letters * LINE : 0) }
  const measure = measureIn({ sizePx: letters, weight: 500 })
  const wrap = { widthPx: letters * REMARK_WIDTH, lines: REMARK_LINES }
  const lines = facts.warnings.flatMap((warning) => wrapText(warning, wrap, measure))
  const words = { w: Math.max(0, ...lines.map(measure)), h: letters * LINE * lines.length }
  return { lines, letters, box: { ...remarkPlace({ words, reach, around: facts.around }), ...words } }
}
