import type { Editor } from 'tldraw'
import { expect, it } from 'vitest'
import type { BoardClient } from '@/components/board/board-client'
import { bindTabOrder } from '@/components/canvas/moving/keyboard/tab-order'
import { attachClient } from '@/components/canvas/session/store-client'

it('gives the engine its own order back when it is unbound', () => {
  const inRows = (): [] => []
  const toAdjacent = (): void => undefined
  const editor = {
    getCurrentPageShapesInReadingOrder: inRows,
    selectAdjacentShape: toAdjacent,
    getContainer: () => new EventTarget(),
    getSelectedShapeIds: () => [],
    store: {},
    sideEffects: { registerBeforeDeleteHandler: () => () => undefined },
  } as unknown as Editor
  const undo = { beforeStep: () => () => undefined, afterMove: () => () => undefined }
  attachClient(editor.store, { undo } as unknown as BoardClient)
  const order = bindTabOrder(editor, () => undefined)
  expect(Object.values(editor)).not.toContain(inRows)
  expect(Object.values(editor)).not.toContain(toAdjacent)
  order.unbind()
  expect(Object.values(editor)).toContain(inRows)
  expect(Object.values(editor)).toContain(toAdjacent)
})
