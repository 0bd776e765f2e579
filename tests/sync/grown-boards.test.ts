import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import type { BoardDocument } from '@/lib/board/layout'
import type { BoardId } from '@/lib/ids'
import { LIMITS } from '@/lib/sync/limits'
import { MESSAGE } from '@/lib/sync/messages'
import { changeStored, growTo } from '../support/boards/age-board'
import { addTitled, authorOf, idOf, titlesOn } from '../support/boards/board-edits'
import { BOARD, storeBoard } from '../support/boards/stored-board'
import { startRooms, type RoomGuest, type RoomHarness } from '../support/rooms/room-harness'

const SECOND = 'board-2' as BoardId
const THIRD = 'board-3' as BoardId
const MOST = 2 * LIMITS.BOARD_MEMORY_ORDINARY_BYTES
/** More than an equal share of two, less than all. */
const LARGE = (3 * MOST) / 4

async function startWithLittleMemory(): Promise<RoomHarness> {
  const harness = await startRooms(undefined, undefined, { memoryBytes: MOST })
  for (const boardId of [SECOND, THIRD]) await storeBoard(harness.storage, boardId)
  return harness
}

/** Writes a text that takes so much memory by the estimate: two bytes for each letter. */
function addText(board: BoardDocument, bytes: number): void {
  addTitled(board, 'Ada', 'Long')
  const text = 'x'.repeat(Math.floor(bytes / 2))
  board.initiatives.get(idOf('Long'))?.set('summary', new Y.Text(text))
}

async function apply(harness: RoomHarness, boardId: BoardId, change: (board: BoardDocument) => void) {
  const done = harness.rooms.apply(boardId, { ...authorOf('Ada', 1), origin: 'import' }, (board) => {
    change(board)
    return []
  })
  await harness.clock.advance(100)
  await done
  await harness.clock.advance(100)
}

const refusalsTo = (guest: RoomGuest): unknown[] =>
  guest.hear().flatMap(({ type, content }) => (type === MESSAGE.refusal ? [content] : []))
const beat = ({ clock }: RoomHarness): Promise<void> => clock.advance(LIMITS.HEARTBEAT_MS / 5)

describe('boards that take much of the memory', () => {
  it('[ROOM-19] the largest takes nothing that makes it grow while all together take too much; others notice nothing', async () => {
    const harness = await startWithLittleMemory()
    const [ada, ben] = [await harness.join('Ada'), await harness.join('Ben', { boardId: SECOND })]
    await apply(harness, BOARD, (board) => addText(board, 1.1 * MOST))
    await beat(harness)
    await ada.edit((board) => addTitled(board, 'Ada', 'Too much'))
    await ben.edit((board) => addTitled(board, 'Ben', 'Small'))
    await harness.clock.advance(100)
    expect(refusalsTo(ada)).toEqual([{ code: 'board-full', record: `initiatives/${idOf('Too much')}` }])
    expect([refusalsTo(ben), titlesOn(ben.board)]).toEqual([[], ['Small']])
    await ada.edit(({ initiatives }) => {
      const text = initiatives.get(idOf('Long'))?.get('summary') as Y.Text
      text.delete(0, text.length)
    })
    await harness.clock.advance(LIMITS.HEARTBEAT_MS)
    await ada.edit((board) => addTitled(board, 'Ada', 'Fits'))
    await harness.clock.advance(100)
    expect([refusalsTo(ada), titlesOn(ada.board)]).toEqual([[], ['Fits', 'Long']])
    expect(ada.socket.closed).toBeNull()
  })

  it('[ROOM-19] the largest is renewed at once where that makes it smaller, and nobody else is', async () => {
    const harness = await startWithLittleMemory()
    const [ada, ben] = [await harness.join('Ada'), await harness.join('Ben', { boardId: SECOND })]
    await ada.edit((board) => addTitled(board, 'Ada', 'Kept'))
    await apply(harness, BOARD, ({ doc }) =>
      growTo(doc, Math.ceil((1.1 * MOST) / LIMITS.STRUCT_MEMORY_BYTES)),
    )
    expect(ada.socket.closed).toBeNull()
    await beat(harness)
    await beat(harness)
    expect([ada.socket.closed, ben.socket.closed]).toEqual([{ code: 1012, reason: 'restarting' }, null])
    const again = await harness.join('Ada')
    expect([again.board.meta.get('epoch'), titlesOn(again.board)]).toEqual([2, ['Kept']])
  })

  it('[ROOM-19] one more that is as large is turned away with 1013, one of an ordinary size is not', async () => {
    const harness = await startWithLittleMemory()
    for (const boardId of [BOARD, SECOND])
      await changeStored(harness.storage, (board) => addText(board, LARGE), boardId)
    const ada = await harness.join('Ada')
    const [ben, cleo] = [
      await harness.join('Ben', { boardId: SECOND }),
      await harness.join('Cleo', { boardId: THIRD }),
    ]
    expect([ada.socket.closed, ben.socket.closed, cleo.socket.closed]).toEqual([
      null,
      { code: 1013, reason: 'overloaded' },
      null,
    ])
    const { loads } = harness.storage
    expect((await harness.join('Ben', { boardId: SECOND })).socket.closed?.code).toBe(1013)
    expect(harness.storage.loads, 'read in vain').toBe(loads)
    ada.socket.leave()
    await harness.clock.advance(100)
    expect((await harness.join('Ben', { boardId: SECOND })).socket.closed).toBeNull()
  })
})
