import { TextManager } from 'tldraw'
import { expect, test } from 'vitest'
import { measureOnPage } from '@/components/canvas/text/measure-on-page'

const OPTS = {} as Parameters<TextManager['measureTextSpans']>[1]

function managerOn(rects: readonly object[]): TextManager {
  const editor = { getContainer: () => ({ getClientRects: () => rects }) }
  return Object.assign(Object.create(TextManager.prototype) as TextManager, { editor })
}

test('words have no size where the canvas is not on the page, and where it is, the engine is asked', () => {
  const before = TextManager.prototype.measureTextSpans
  const stop = measureOnPage()
  expect(managerOn([]).measureTextSpans('Ideas', OPTS)).toEqual([
    { text: 'Ideas', box: { x: 0, y: 0, w: 0, h: 0 } },
  ])
  expect(managerOn([]).measureTextSpans('', OPTS)).toEqual([])
  // The engine's own looks at what this has not.
  expect(() => managerOn([{}]).measureTextSpans('Ideas', OPTS)).toThrow()
  stop()
  expect(TextManager.prototype.measureTextSpans).toBe(before)
})
