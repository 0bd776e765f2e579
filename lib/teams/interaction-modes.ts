import type { Size } from '../geometry/size'
import { LINE_PX, type Paint } from './team-types'

/** The closed list of the ways in which two teams work with each other. */
export const INTERACTION_MODE_IDS = ['collaboration', 'x-as-a-service', 'facilitating'] as const
export type InteractionModeId = (typeof INTERACTION_MODE_IDS)[number]

/** One way in which two teams work with each other, in words and as it is drawn. */
export interface InteractionMode {
  readonly id: InteractionModeId
  readonly name: string
  /** One line for somebody who meets the mode for the first time. */
  readonly meaning: string
  readonly paint: Paint
  /** The size of a new one, px. */
  readonly size: Size
}

const dashed = (fill: string, line: string): Paint => ({
  fill,
  fillOpacity: 0.5,
  line,
  dash: [4 * LINE_PX, 3 * LINE_PX],
})

const COLLABORATION: InteractionMode = {
  id: 'collaboration',
  name: 'Collaboration',
  meaning: 'Two teams discover something together, for a few weeks.',
  paint: dashed('#C6BEDF', '#967EE2'),
  size: { w: 140, h: 60 },
}

/** Every mode, in the order they are offered. */
export const INTERACTION_MODES: readonly InteractionMode[] = [
  COLLABORATION,
  {
    id: 'x-as-a-service',
    name: 'X-as-a-Service',
    meaning: 'One provides, the other uses it with little talk. The point aims at who uses it.',
    paint: dashed('#B4B4B4', '#999696'),
    size: { w: 72, h: 76 },
  },
  {
    id: 'facilitating',
    name: 'Facilitating',
    meaning: 'One helps or coaches the other for a while, then leaves.',
    paint: dashed('#C9DFBE', '#78996B'),
    size: { w: 96, h: 96 },
  },
]

/** The mode with this id; collaboration where nobody knows the id. */
export function interactionModeOf(id: string): InteractionMode {
  return INTERACTION_MODES.find((mode) => mode.id === id) ?? COLLABORATION
}
