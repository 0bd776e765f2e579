import { TextManager } from 'tldraw'
import { replaceMethods } from '../replace-methods'

const NO_SIZE = { x: 0, y: 0, w: 0, h: 0 }

/**
 * Words have no size where the canvas is not on the page: the engine throws over them. It asks once more as a canvas goes,
 * for the names of frames that changed just then.
 */
export function measureOnPage(): () => void {
  const { measureTextSpans } = TextManager.prototype
  return replaceMethods(TextManager.prototype, {
    measureTextSpans(this: TextManager, text, opts) {
      const isOnPage = this.editor.getContainer().getClientRects().length > 0
      if (isOnPage || text === '') return measureTextSpans.call(this, text, opts)
      return [{ text, box: NO_SIZE }]
    },
  })
}
