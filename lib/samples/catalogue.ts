import { OPEN_SOURCE_PORTFOLIO } from './open-source-portfolio'
import type { Sample } from './sample'

/** Every sample a board can be made from. */
const SAMPLES: readonly Sample[] = [OPEN_SOURCE_PORTFOLIO]

/** Finds a sample by its id; null where there is none. */
export function findSample(id: string): Sample | null {
  return SAMPLES.find((sample) => sample.id === id) ?? null
}
