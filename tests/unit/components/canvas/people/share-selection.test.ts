import { atom } from '@tldraw/state'
import type { TLShapeId } from 'tldraw'
import { expect, it } from 'vitest'
import { shareSelection } from '@/components/canvas/people/share-selection'
import type { PresenceChannel } from '@/components/board/presence/presence'
import { createRecords, deleteRecords } from '@/lib/board/operations/records'
import { authorOf, geoRecord, seededBoard } from '@/tests/support/boards/board-builders'

const [NOTE, MADE] = ['shape:note', 'shape:made'] as TLShapeId[] as [TLShapeId, TLShapeId]

function createStand() {
  const board = seededBoard()
  createRecords(board, authorOf('ada'), [geoRecord(NOTE)])
  const selected = atom<TLShapeId[]>('selected', [])
  const told: unknown[] = []
  const presence = { set: ({ selection }: { selection?: unknown }) => told.push(selection) }
  const stop = shareSelection(
    { getSelectedShapeIds: () => selected.get() },
    { board, presence: presence as unknown as PresenceChannel },
  )
  const add = (name: string, id: string): void => {
    createRecords(board, authorOf(name), [geoRecord(id, { index: 'a2' })])
  }
  return { board, selected, told, stop, add }
}

it('tells what is only just being made once the document has it', () => {
  const { selected, told, add, stop } = createStand()
  selected.set([NOTE, MADE])
  expect(told).toEqual([[], [NOTE]])
  add('ada', MADE)
  expect(told).toEqual([[], [NOTE], [NOTE, MADE]])
  stop()
})

it('tells nothing where others make and delete what is not selected: that is no sign of life', () => {
  const { board, selected, told, add, stop } = createStand()
  selected.set([NOTE])
  add('bo', 'shape:other')
  deleteRecords(board, authorOf('bo'), ['shape:other'])
  expect(told).toEqual([[], [NOTE]])
  stop()
})

it('tells nothing any more once it is stopped', () => {
  const { selected, told, add, stop } = createStand()
  selected.set([MADE])
  stop()
  add('ada', MADE)
  selected.set([NOTE])
  expect(told).toEqual([[], []])
})
