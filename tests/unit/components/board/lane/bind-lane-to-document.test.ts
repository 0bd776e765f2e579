import type { TLShape } from '@tldraw/tlschema'
import { Awareness } from 'y-protocols/awareness'
import { afterEach, expect, test } from 'vitest'
import { bindLaneToDocument } from '@/components/board/lane/bind-lane-to-document'
import { bindProjection, type Projection } from '@/components/board/store/projection'
import { createRecords } from '@/lib/board/operations/records'
import { authorOf, copyOf, geoRecord, seededBoard, syncBoards } from '@/tests/support/boards/board-builders'
import { standAt, type CanvasStand } from '../support/canvas-stand'

const CARRIED = 'shape:carried'

let stand: CanvasStand
let projection: Projection
let unbind: () => void
afterEach(() => {
  projection.stop()
  unbind()
  stand.stop()
})

/** As a board is opened: the lane hears of the document before any canvas is there. */
function openBoard(): void {
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [geoRecord(CARRIED, { x: 100 })])
  stand = standAt(board)
  stand.projection.stop()
  const { lane, client, store, clock } = stand
  const presence = client.presence as Parameters<typeof bindLaneToDocument>[0]['presence']
  unbind = bindLaneToDocument({ board, lane, presence, awareness: new Awareness(board.doc) })
  projection = bindProjection({ store, client, clock })
}

test('what was let go stays where it was put: no picture shows it where it was saved on the way', async () => {
  openBoard()
  const seen: number[] = []
  stand.store.sideEffects.registerAfterChangeHandler('shape', (_before, after: TLShape) => {
    if (after.id === CARRIED) seen.push(after.x)
  })
  const other = copyOf(stand.board, 9)
  stand.lane.receive(9, { kind: 'start', gesture: 1, what: 'move', records: [{ id: CARRIED, x: 100, y: 0 }] })
  stand.lane.receive(9, { kind: 'delta', gesture: 1, dx: 300, dy: 0 })
  await stand.clock.advance(100)
  stand.lane.receive(9, { kind: 'end', gesture: 1 })
  await stand.clock.advance(20)
  seen.length = 0
  other.records.get(CARRIED)?.set('props.color', 'red')
  syncBoards(stand.board, other)
  await stand.clock.advance(20)
  expect(stand.shape(CARRIED)).toMatchObject({ x: 400, props: { color: 'red' } })
  other.records.get(CARRIED)?.set('place', ['page:page', 402, 0, 0])
  syncBoards(stand.board, other)
  await stand.clock.advance(100)
  expect(seen).toEqual([400, 402])
  expect(stand.shape(CARRIED).x).toBe(402)
})
