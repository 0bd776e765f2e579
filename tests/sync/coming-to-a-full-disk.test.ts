import { describe, expect, it } from 'vitest'
import { addTitled, titlesOn } from '../support/boards/board-edits'
import { storageStatesIn } from '../support/rooms/fake-socket-pair'
import { startRooms } from '../support/rooms/room-harness'
import { until } from '../support/until'

describe('coming to a board that cannot be saved', () => {
  it('[SAVE-3] somebody who comes while the disk is full is told so, and gets the board once it works', async () => {
    const { join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'first'))
    const late = await join('Lea')
    expect(storageStatesIn(late.hear())).toEqual(['failing'])
    expect([titlesOn(late.board), late.socket.isPaused]).toEqual([[], true])
    storage.isFull = false
    await clock.advance(15_000)
    late.hear()
    expect(titlesOn(late.board)).toEqual(['first'])
  })

  it('[SAVE-3] somebody who comes while the disk is full sees what is on it, and the rest once it works', async () => {
    const { join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'saved'))
    await clock.advance(50)
    storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'in the way'))
    const [lea, vic] = [await join('Lea'), await join('Vic', { role: 'viewer' })]
    await until('both have what is on disk', () =>
      [lea, vic].every((guest) => guest.hear() && titlesOn(guest.board).includes('saved')),
    )
    for (const { board, socket } of [lea, vic])
      expect([titlesOn(board), socket.isPaused]).toEqual([['saved'], true])
    expect(storage.loads).toBe(2)
    storage.isFull = false
    await clock.advance(15_000)
    for (const guest of [lea, vic]) {
      guest.hear()
      expect(titlesOn(guest.board)).toEqual(['in the way', 'saved'])
      expect(guest.board.doc.store.pendingStructs).toBeNull()
    }
  })

  it('[SAVE-3] somebody who is still waiting for the board when the disk fails gets what is on it', async () => {
    const { join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'saved'))
    await clock.advance(50)
    storage.isSlow = true
    storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'in the way'))
    const lea = await join('Lea')
    lea.hear()
    expect(titlesOn(lea.board)).toEqual([])
    storage.letGo()
    await until('she has what is on disk', () => lea.hear() && titlesOn(lea.board).includes('saved'))
    expect(titlesOn(lea.board)).toEqual(['saved'])
  })

  it('[SAVE-3] a board that can neither be written nor read is waited for', async () => {
    const { join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    storage.isFull = storage.isUnreadable = true
    await ada.edit((board) => addTitled(board, 'Ada', 'first'))
    const late = await join('Lea')
    expect([storageStatesIn(late.hear()), titlesOn(late.board)]).toEqual([['failing'], []])
    storage.isFull = storage.isUnreadable = false
    await clock.advance(15_000)
    late.hear()
    expect(titlesOn(late.board)).toEqual(['first'])
  })
})
