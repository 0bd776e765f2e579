import { afterEach, expect, test } from 'vitest'
import { sayUndoable } from '@/components/board/undo/say-undoable'
import { standAt, type CanvasStand } from '../support/canvas-stand'

let stand: CanvasStand
afterEach(() => stand.stop())

test('no two notices share an id, whoever tells them and whichever was closed in between', () => {
  stand = standAt()
  const { client } = stand
  const ids: (number | undefined)[] = []
  const keep = (): void => void ids.push(client.notice.get()?.id)
  const fromBoard = (): void => client.tell({ tone: 'attention', sentence: 'Of the board.' })
  const fromWorkshop = (): void => sayUndoable(client, 'Of the workshop.')
  for (const speak of [fromWorkshop, fromBoard, fromWorkshop, fromBoard]) {
    speak()
    keep()
  }
  client.notice.set(null)
  fromBoard()
  keep()
  expect(new Set(ids).size).toBe(5)
})
