import type { Editor } from 'tldraw'
import { expect, it } from 'vitest'
import { bindTabOrder } from '@/components/canvas/moving/keyboard/tab-order'

it('gives the engine its own order back when it is unbound', () => {
  const inRows = (): [] => []
  const toAdjacent = (): void => undefined
  const editor = {
    getCurrentPageShapesInReadingOrder: inRows,
    selectAdjacentShape: toAdjacent,
    getContainer: () => new EventTarget(),
    getSelectedShapeIds: () => [],
    sideEffects: { registerBeforeDeleteHandler: () => () => undefined },
  } as unknown as Editor
  const order = bindTabOrder(editor)
  expect(Object.values(editor)).not.toContain(inRows)
  expect(Object.values(editor)).not.toContain(toAdjacent)
  order.unbind()
  expect(Object.values(editor)).toContain(inRows)
  expect(Object.values(editor)).toContain(toAdjacent)
})
