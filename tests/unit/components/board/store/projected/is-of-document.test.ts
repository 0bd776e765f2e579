import { InstancePageStateRecordType, type TLPageId } from '@tldraw/tlschema'
import { afterEach, expect, test } from 'vitest'
import { isOfDocument } from '@/components/board/store/projected/is-of-document'
import { standAt, type CanvasStand } from '../../support/canvas-stand'

let stand: CanvasStand
afterEach(() => stand.stop())

test('what is of a page alone is none of the document’s, and stays on that page when it is read again', () => {
  stand = standAt()
  const pageId = 'page:page' as TLPageId
  const id = InstancePageStateRecordType.createId(pageId)
  stand.store.put([InstancePageStateRecordType.create({ id, pageId })])
  expect([id, pageId, 'shape:one', 'nothing'].map((one) => isOfDocument(stand.store, one))).toEqual([
    false,
    true,
    true,
    false,
  ])
  stand.projection.reread([id])
  expect(stand.store.has(id)).toBe(true)
})
