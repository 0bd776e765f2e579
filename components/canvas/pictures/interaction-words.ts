import type { Box } from '@/lib/geometry/box'
import type { Size } from '@/lib/geometry/size'
import type { InteractionModeId } from '@/lib/teams/interaction-modes'
import { findWordsPlace } from '@/lib/teams/words-place'
import { wrapText } from '@/lib/wrap-text'
import { measureIn } from '../shapes/measure-text'
import { remarkPlace } from '../teams/drawing/remark-place'
import type { InteractionFacts } from '../teams/interaction-facts'

// The words of an interaction in full detail, as its drawing sets them: a test holds the two together.
const NAMES: Readonly<Record<InteractionModeId, string>> = {
  collaboration: 'Collaboration',
  'x-as-a-service': 'XaaS',
  facilitating: 'Facilitating',
}
const NAME = { size: 14, capitals: 0.73 }
const REMARK = { size: 12, letters: 17, lines: 3 }
const LINE = 1.3
/** How far letters reach below their line, in letters. */
const BELOW = 0.3

interface Drawn {
  readonly facts: Pick<InteractionFacts, 'mode' | 'warnings' | 'teams'>
  readonly size: Size
  readonly rotation: number
}

/** The boxes of the words that stand beside an interaction, in px of the page from its middle. */
export function interactionWords({ facts, size, rotation }: Drawn): Box[] {
  const name = nameBeside({ facts, size, rotation })
  const remarks = remarksOf(facts, Math.max(size.w, size.h) / 2, name !== null)
  return [name, remarks].flatMap((box) => box ?? [])
}

function nameBeside({ facts, size, rotation }: Drawn): Box | null {
  const w = measureIn({ sizePx: NAME.size, weight: 500 })(NAMES[facts.mode.id])
  const h = NAME.size * NAME.capitals
  const place = findWordsPlace(facts.mode.id, { size, rotation, words: { w, h } })
  if (place.isInside) return null
  const [x, y] = [place.x - size.w / 2, place.y - size.h / 2]
  const [sin, cos] = [Math.sin(rotation), Math.cos(rotation)]
  const middle = { x: x * cos - y * sin, y: x * sin + y * cos }
  return { x: middle.x - w / 2, y: middle.y - h / 2, w, h: h + NAME.size * BELOW }
}

function remarksOf({ warnings, teams }: Drawn['facts'], half: number, hasNameBelow: boolean): Box | null {
  const measure = measureIn({ sizePx: REMARK.size, weight: 500 })
  const wrap = { widthPx: REMARK.size * REMARK.letters, lines: REMARK.lines }
  const lines = warnings.flatMap((warning) => wrapText(warning, wrap, measure))
  if (lines.length === 0) return null
  const words = { w: Math.max(...lines.map(measure)), h: lines.length * REMARK.size * LINE }
  const reach = { up: half, down: half + (hasNameBelow ? NAME.size * LINE : 0) }
  const place = remarkPlace({ words, reach, teams })
  return { ...place, w: words.w, h: words.h + REMARK.size * BELOW }
}
