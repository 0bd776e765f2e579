import fc from 'fast-check'
import { expect, test } from 'vitest'
import { project } from '@/components/board/store/project'
import type { BoardDocument, BoardRecord, Json } from '@/lib/board/layout'
import { cardShapeId, placementKey } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { moveInstance } from '@/lib/board/operations/instances'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import {
  authorOf,
  bindingRecord,
  copyOf,
  geoRecord,
  groupRecord,
  initiativeId,
  seededBoard,
  syncBoards,
} from '../support/boards/board-builders'
import { standAt, type CanvasStand } from '../unit/components/board/support/canvas-stand'

const NAMES = ['a', 'b', 'c', 'd'] as const
const BO = authorOf('bo')
const shapeId = (name: string): string => `shape:${name}`
const name = fc.constantFrom(...NAMES)
const px = fc.integer({ min: -500, max: 4_000 })
const INDICES = ['a2', 'a3', 'a4']

type Edit = (board: BoardDocument) => void
type Act = { says: string; remote?: Edit; local?: (stand: CanvasStand) => void }

function setUnit(id: string, unit: string, value: Json): Edit {
  return (board) => void board.records.get(id)?.set(unit, value)
}

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(name, fc.constantFrom(...INDICES), fc.boolean()).map(([id, index, isGroup]) => ({
    says: `create ${id}`,
    remote: (board: BoardDocument) =>
      void createRecords(board, BO, [(isGroup ? groupRecord : geoRecord)(shapeId(id), { index })]),
  })),
  fc.tuple(name, name, px).map(([id, parent, x]) => ({
    says: `hang ${id} on ${parent}`,
    remote: setUnit(shapeId(id), 'place', [shapeId(parent), x, 0, 0]),
  })),
  fc.tuple(name, px, px).map(([id, x, y]) => ({
    says: `move ${id}`,
    remote: setUnit(shapeId(id), 'place', ['page:page', x, y, 0]),
  })),
  name.map((id) => ({ says: `break ${id}`, remote: setUnit(shapeId(id), 'opacity', 7) })),
  name.map((id) => ({ says: `mend ${id}`, remote: setUnit(shapeId(id), 'opacity', 1) })),
  name.map((id) => ({
    says: `delete ${id}`,
    remote: (board: BoardDocument) => void deleteRecords(board, BO, [shapeId(id)]),
  })),
  fc.tuple(name, name).map(([from, to]) => ({
    says: `bind ${from} to ${to}`,
    remote: (board: BoardDocument) =>
      void createRecords(board, BO, [bindingRecord(`binding:${from}${to}`, shapeId(from), shapeId(to))]),
  })),
  name.map((id) => ({
    says: `initiative ${id}`,
    remote: (board: BoardDocument) => void addInitiatives(board, BO, [{ id: initiativeId(id), title: id }]),
  })),
  fc.tuple(name, fc.boolean()).map(([id, deleted]) => ({
    says: `${deleted ? 'delete' : 'restore'} initiative ${id}`,
    remote: (board: BoardDocument) => void setInitiativeDeleted(board, BO, { id: initiativeId(id), deleted }),
  })),
  fc.tuple(name, px, px, fc.boolean()).map(([id, dx, dy, isPlaced]) => ({
    says: `place ${id}`,
    remote: (board: BoardDocument) =>
      void setPlacements(board, BO, [
        {
          key: placementKey(initiativeId(id), FIRST_INSTANCE),
          placement: isPlaced ? { target: 'frame', dx, dy } : null,
        },
      ]),
  })),
  fc.tuple(px, px).map(([x, y]) => ({
    says: 'move the template',
    remote: (board: BoardDocument) => void moveInstance(board, BO, { id: FIRST_INSTANCE, place: [x, y] }),
  })),
  fc.tuple(name, px).map(([id, dx]) => ({
    says: `carry ${id}`,
    local: (stand: CanvasStand) => {
      const records = [shapeId(id), cardShapeId(initiativeId(id), FIRST_INSTANCE)].map((one) => ({
        id: one,
        x: 0,
        y: 0,
      }))
      stand.lane.receive(9, { kind: 'start', gesture: dx, what: 'move', records })
      stand.lane.receive(9, { kind: 'delta', gesture: dx, dx, dy: 0 })
    },
  })),
  name.map((id) => ({
    says: `carry ${id} out of the tray`,
    local: (stand: CanvasStand) =>
      stand.lane.receive(8, { kind: 'start', gesture: 1, what: 'tray', records: [{ id, x: 5, y: 5 }] }),
  })),
  fc.constant({ says: 'let go', local: (stand: CanvasStand) => stand.lane.drop([8, 9]) }),
)

function documentRecords(stand: CanvasStand): Map<string, BoardRecord> {
  const all = Object.values(stand.store.serialize('document')) as unknown as BoardRecord[]
  return new Map(all.map((record) => [record.id, record]))
}

test('whatever happens elsewhere, in whatever order, the store is what projecting the whole board gives', async () => {
  let shown = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      async (batches) => {
        const stand = standAt(seededBoard())
        const other = copyOf(stand.board, 9)
        for (const batch of batches) {
          for (const { remote, local } of batch) {
            remote?.(other)
            local?.(stand)
          }
          syncBoards(stand.board, other)
          await stand.clock.advance(100)
          const whole = project({ board: stand.board, lane: stand.lane.remote.get() })
          const records = documentRecords(stand)
          expect(records).toEqual(whole.records)
          expect(stand.client.view.setAside.get()).toBe(whole.setAside.size)
          shown = Math.max(shown, records.size)
        }
        // Showing a board writes nothing into it.
        syncBoards(stand.board, other)
        expect(stand.client.undo.canUndo.get()).toBe(false)
        stand.stop()
      },
    ),
    { numRuns: 60, seed: 20_260_101 },
  )
  expect(shown).toBeGreaterThan(12)
})
