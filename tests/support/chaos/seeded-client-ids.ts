import * as Y from 'yjs'
import type { SeededRandom } from '../seeded-random'

const MOST = 2 ** 32

/**
 * Has every document that is made from now on draw its client id from the seed: it decides which of two values wins,
 * and Yjs draws it by true chance. Answers how to let Yjs draw again.
 */
export function seedClientIds(random: SeededRandom): () => void {
  Object.defineProperty(Y.Doc.prototype, 'clientID', {
    configurable: true,
    set(this: Y.Doc) {
      const value = random.below(MOST)
      Object.defineProperty(this, 'clientID', { value, writable: true, enumerable: true, configurable: true })
    },
  })
  return () => void Reflect.deleteProperty(Y.Doc.prototype, 'clientID')
}
