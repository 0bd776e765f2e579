import { TextManager, type BoxModel, type TLMeasureTextOpts } from 'tldraw'
import { replaceMethods } from '../replace-methods'

/** More than all texts of a full board, each measured in two ways. */
const MOST_KNOWN = 8_000
/** A long text is another with each letter that somebody types in it: without end they would fill the memory. */
const MOST_CHARACTERS = 4_000_000

type Measured = BoxModel & { scrollWidth: number }
type Measure = (html: string, opts: TLMeasureTextOpts) => Measured

/**
 * Lets the engine measure the same words only once. It lays out a text for each shape it looks at, for each arrow at
 * least a letter where there are no words at all.
 */
export function measureOnce(): () => void {
  const { measureHtml } = TextManager.prototype
  const known = new Known()
  return replaceMethods(TextManager.prototype, {
    measureHtml(this: TextManager, html, opts) {
      return known.get(html, opts, (...words) => measureHtml.apply(this, words))
    },
  })
}

/** What was measured with the fonts that are there. */
export class Known {
  readonly #measured = new Map<string, Measured>()
  readonly #look: () => string
  #looked = ''
  #characters = 0

  /** Takes what says how texts look at the moment: as soon as it says something else, all are measured anew. */
  constructor(look: () => string = lookOfPage) {
    this.#look = look
  }

  /** What is known of these words, or measured now. */
  get(html: string, opts: TLMeasureTextOpts, measure: Measure): Measured {
    const look = this.#look()
    if (look !== this.#looked || this.#isFull()) this.#forget()
    this.#looked = look
    const key = JSON.stringify([html, opts])
    const before = this.#measured.get(key)
    if (before) return before
    const measured = measure(html, opts)
    // Nothing has no height but in a canvas that is not on the page, which says nothing of the next.
    if (measured.h === 0) return measured
    this.#measured.set(key, measured)
    this.#characters += key.length
    return measured
  }

  #isFull(): boolean {
    return this.#measured.size >= MOST_KNOWN || this.#characters >= MOST_CHARACTERS
  }

  #forget(): void {
    this.#measured.clear()
    this.#characters = 0
  }
}

/** A font that has come, or other steps of a letter's width, makes texts larger or smaller. */
function lookOfPage(): string {
  let loaded = 0
  document.fonts.forEach(({ status }) => (loaded += status === 'loaded' ? 1 : 0))
  return `${loaded}/${document.fonts.size}/${devicePixelRatio}`
}
