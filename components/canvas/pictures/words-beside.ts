import type { Box } from '@/lib/geometry/box'
import type { Size } from '@/lib/geometry/size'
import { layName, layRemarks, type InteractionName } from '../teams/drawing/interaction-words'
import type { InteractionFacts } from '../teams/interaction-facts'

/** How far letters reach below their line, in letters. */
const BELOW = 0.3

interface Drawn {
  readonly facts: Pick<InteractionFacts, 'mode' | 'warnings' | 'around'>
  readonly size: Size
  readonly rotation: number
}

/** The boxes of the words that stand beside an interaction in full detail, in px of the page from its middle. */
export function wordsBeside(drawn: Drawn): Box[] {
  const worded = { ...drawn, detail: 'full' } as const
  const name = layName(worded)
  const remarks = layRemarks(worded)
  return [
    ...(name && !name.at.isInside ? [boxOf(name, drawn)] : []),
    ...(remarks ? [withTails(remarks.box, remarks.letters)] : []),
  ]
}

function boxOf({ w, h, at, letters }: InteractionName, { size, rotation }: Drawn): Box {
  const [x, y] = [at.x - size.w / 2, at.y - size.h / 2]
  const [sin, cos] = [Math.sin(rotation), Math.cos(rotation)]
  const middle = { x: x * cos - y * sin, y: x * sin + y * cos }
  return withTails({ x: middle.x - w / 2, y: middle.y - h / 2, w, h }, letters)
}

function withTails(box: Box, letters: number): Box {
  return { ...box, h: box.h + letters * BELOW }
}
