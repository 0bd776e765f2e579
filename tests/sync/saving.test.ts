import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { openBoardDocument } from '@/lib/board/layout'
import { LIMITS } from '@/lib/sync/limits'
import { encodeSync, MESSAGE, SYNC } from '@/lib/sync/messages'
import { addTitled, authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { storageStatesIn, type HeardMessage } from '../support/rooms/fake-socket-pair'
import { startRooms } from '../support/rooms/room-harness'
import { BOARD, readStoredBoard } from '../support/boards/stored-board'

const SYNCED = SYNC.step2

function acksIn(heard: readonly HeardMessage[]): unknown[] {
  return heard.filter(({ type }) => type === MESSAGE.ack).map(({ content }) => content)
}

describe('saving', () => {
  it('[SAVE-1] nothing is told, acked or given to a newcomer before it is safe on disk', async () => {
    const { join, storage, clock } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    ada.hear()
    ben.hear()
    storage.isSlow = true
    await ada.edit((board) => addTitled(board, 'Ada', 'unsaved'))
    const late = await join('Lea')
    await clock.advance(100)
    expect([acksIn(ada.hear()), titlesOn(ben.board), titlesOn(late.board)]).toEqual([[], [], []])
    expect(late.hear().some(({ kind }) => kind === SYNCED)).toBe(false)
    storage.letGo()
    storage.isSlow = false
    await clock.advance(100)
    expect(acksIn(ada.hear())).toEqual([1])
    ben.hear()
    late.hear()
    expect([titlesOn(ben.board), titlesOn(late.board)]).toEqual([['unsaved'], ['unsaved']])
  })

  it('ticks go on while a write is under way, and what they bring is written and told in order', async () => {
    const { join, storage, clock } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    ben.hear()
    storage.isSlow = true
    await ada.edit((board) => addTitled(board, 'Ada', 'Title'))
    await clock.advance(50)
    await ada.edit((board) => typeInTitle(board, 'Ada', 'Title', 'My '))
    await clock.advance(50)
    storage.letGo()
    await clock.advance(0)
    storage.letGo()
    await clock.advance(0)
    ben.hear()
    expect(titlesOn(ben.board)).toEqual(['My Title'])
    expect(ben.board.doc.store.pendingStructs).toBeNull()
  })

  it('somebody who comes while others never stop writing to a slow disk gets the board after one write', async () => {
    const { join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    storage.isSlow = true
    await ada.edit((board) => addTitled(board, 'Ada', 'one'))
    await clock.advance(50)
    const late = await join('Lea')
    await ada.edit((board) => addTitled(board, 'Ada', 'two'))
    await clock.advance(50)
    storage.letGo()
    await clock.advance(50)
    late.hear()
    expect(titlesOn(late.board)).toEqual(['one'])
    storage.letGo()
    await clock.advance(50)
    late.hear()
    expect(titlesOn(late.board)).toEqual(['one', 'two'])
  })

  it('[SAVE-2] the ack counts the step2 and update messages of a socket that are not empty', async () => {
    const { join, clock } = await startRooms()
    const ada = await join('Ada')
    ada.socket.say(encodeSync(SYNC.step2, new Uint8Array([0, 0])))
    ada.socket.say(encodeSync(SYNC.update, new Uint8Array([0, 0])))
    for (const title of ['a', 'b', 'c']) await ada.edit((board) => addTitled(board, 'Ada', title))
    ada.socket.say(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(ada.board.doc)))
    await clock.advance(100)
    expect(acksIn(ada.hear()).at(-1)).toBe(4)
  })

  it('[SAVE-3] while the disk is full sockets are not read and everybody is told; nothing is lost after', async () => {
    const { join, storage, clock, log } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    ada.hear()
    storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'first'))
    await clock.advance(20)
    expect(storageStatesIn(ada.hear())).toEqual(['failing'])
    expect([ada.socket.isPaused, ben.socket.isPaused]).toEqual([true, true])
    await ben.edit((board) => addTitled(board, 'Ben', 'second'))
    await clock.advance(60_000)
    expect(titlesOn(await readStoredBoard(storage))).toEqual([])
    storage.isFull = false
    await clock.advance(15_000)
    expect(storageStatesIn(ben.hear())).toEqual(['failing', 'working'])
    expect(acksIn(ada.hear())).toEqual([1])
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['first', 'second'])
    expect(titlesOn(ben.board)).toEqual(['first', 'second'])
    expect(log.events.filter((event) => event === 'room.save-recovered')).toHaveLength(1)
  })

  it('[SAVE-3] a long outage puts nobody out whose update waits for another: there is time to send it after', async () => {
    const { join, storage, clock } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    addTitled(ada.board, 'Ada', 'late')
    await ada.edit((board) => addTitled(board, 'Ada', 'builds on it'))
    await clock.advance(20)
    storage.isFull = true
    await ben.edit((board) => addTitled(board, 'Ben', 'first'))
    await clock.advance(100_000)
    expect([ada.socket.isPaused, ada.socket.closed]).toEqual([true, null])
    storage.isFull = false
    await clock.advance(12_000)
    expect([ada.socket.isPaused, ada.socket.closed]).toEqual([false, null])
    await ada.edit((board) => addTitled(board, 'Ada', 'one more'))
    await clock.advance(20)
    expect(ada.socket.closed).toBeNull()
    ada.socket.say(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(ada.board.doc)))
    await clock.advance(100_000)
    expect(ada.socket.closed).toBeNull()
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['builds on it', 'first', 'late', 'one more'])
  })

  it('[SAVE-5] stopping writes what came, acks it and closes with 1012', async () => {
    const { rooms, join, storage } = await startRooms()
    const ada = await join('Ada')
    ada.board.doc.on('update', (update: Uint8Array) => ada.socket.say(encodeSync(SYNC.update, update)))
    addTitled(ada.board, 'Ada', 'last')
    await rooms.stop()
    await rooms.stop()
    expect(ada.socket.closed?.code).toBe(1012)
    expect(acksIn(ada.hear())).toEqual([1])
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['last'])
    const late = await join('Lea')
    expect(late.socket.closed?.code).toBe(1012)
  })

  it('[SAVE-5] stopping tries a write that failed once more, and does not wait for a dead disk for ever', async () => {
    const freed = await startRooms()
    const ada = await freed.join('Ada')
    freed.storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'rescued'))
    await freed.clock.advance(20_000)
    freed.storage.isFull = false
    await freed.rooms.stop()
    expect(titlesOn(await readStoredBoard(freed.storage))).toEqual(['rescued'])
    const dead = await startRooms()
    const ben = await dead.join('Ben')
    dead.storage.isFull = true
    await ben.edit((board) => addTitled(board, 'Ben', 'unacked'))
    const stopped = dead.rooms.stop()
    await dead.clock.advance(10_000)
    await stopped
    expect([ben.socket.closed?.code, acksIn(ben.hear())]).toEqual([1012, []])
  })

  it('an operation of the server resolves when it is safe and reaches everybody', async () => {
    const { rooms, join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    const author = authorOf('Ada', clock.now())
    const applied = rooms.apply(BOARD, author, (board) =>
      addInitiatives(board, author, [{ id: idOf('row'), title: 'row' }]),
    )
    await clock.advance(20)
    const step = [{ kind: 'entity', root: 'initiatives', id: idOf('row'), deleted: false }]
    expect(await applied).toEqual({ step, isSaved: true })
    ada.hear()
    expect(titlesOn(ada.board)).toEqual(['row'])
    expect(await storage.listChanges(BOARD)).toEqual([
      { record: `initiatives/${idOf('row')}`, personId: author.personId, at: clock.now() - 20 },
    ])
    expect(await rooms.read(BOARD, titlesOn)).toEqual(['row'])
  })

  it('an operation is refused while the board cannot be saved, and one that throws saves what it did', async () => {
    const { rooms, join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    const author = authorOf('Ada', clock.now())
    const broken = rooms.apply(BOARD, author, (board) => {
      addInitiatives(board, author, [{ id: idOf('half'), title: 'half' }])
      throw new Error('broken half way')
    })
    const outcome = expect(broken).rejects.toThrow('broken half way')
    await clock.advance(20)
    await outcome
    ada.hear()
    expect([titlesOn(ada.board), titlesOn(await readStoredBoard(storage))]).toEqual([['half'], ['half']])
    storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'more'))
    await clock.advance(20)
    await expect(rooms.apply(BOARD, author, () => [])).rejects.toMatchObject({ code: 'storage-failed' })
    expect(await rooms.read(BOARD, titlesOn)).toEqual(['half', 'more'])
  })

  it('[SAVE-7] an operation that the disk fails on is not called refused: it is there, and saved late', async () => {
    const { rooms, storage, clock } = await startRooms()
    const author = authorOf('Ada', clock.now())
    storage.isFull = true
    const applied = rooms.apply(BOARD, author, (board) =>
      addInitiatives(board, author, [{ id: idOf('row'), title: 'row' }]),
    )
    await clock.advance(20)
    expect(await applied).toMatchObject({ isSaved: false })
    expect(await rooms.read(BOARD, titlesOn)).toEqual(['row'])
    storage.isFull = false
    await clock.advance(20_000)
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['row'])
  })

  it('[SAVE-7] an operation that waits for its tick when the disk fails is refused, and truly not done', async () => {
    const { rooms, join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    const author = authorOf('Ada', clock.now())
    storage.isSlow = true
    storage.isFull = true
    await ada.edit((board) => addTitled(board, 'Ada', 'first'))
    await clock.advance(20)
    const late = await join('Lea')
    const waiting = rooms.apply(BOARD, author, (board) =>
      addInitiatives(board, author, [{ id: idOf('row'), title: 'row' }]),
    )
    const refused = expect(waiting).rejects.toMatchObject({ code: 'storage-failed' })
    await clock.advance(20)
    storage.letGo()
    await clock.advance(20)
    await refused
    storage.isFull = storage.isSlow = false
    await clock.advance(20_000)
    late.hear()
    expect([titlesOn(late.board), titlesOn(await readStoredBoard(storage))]).toEqual([['first'], ['first']])
  })

  it('[SAVE-3] a disk that neither takes nor refuses is told of like one that fails, and nobody is read on', async () => {
    const { join, storage, clock } = await startRooms()
    const [ada, ben] = [await join('Ada'), await join('Ben')]
    ben.hear()
    storage.isSlow = true
    await ada.edit((board) => addTitled(board, 'Ada', 'hangs'))
    await clock.advance(LIMITS.WRITE_LATE_MS)
    expect([ada.socket.isPaused, storageStatesIn(ben.hear())]).toEqual([true, ['failing']])
    storage.isSlow = false
    storage.letGo()
    await clock.advance(100)
    expect([ada.socket.isPaused, storageStatesIn(ben.hear()), titlesOn(ben.board)]).toEqual([
      false,
      ['working'],
      ['hangs'],
    ])
  })

  it('[SAVE-7] an operation that a closing room gives up is refused, not called late; one that still gets there is told so', async () => {
    const { rooms, storage, clock } = await startRooms()
    const author = authorOf('Ada', clock.now())
    const add = (title: string): Promise<unknown> =>
      rooms.apply(BOARD, author, (board) => addInitiatives(board, author, [{ id: idOf(title), title }]))
    storage.isSlow = true
    const underWay = add('under way')
    await clock.advance(20)
    const refused = expect(add('behind')).rejects.toMatchObject({ code: 'restarting' })
    await clock.advance(20)
    const stopped = rooms.stop()
    await clock.advance(10_000)
    await stopped
    await refused
    storage.letGo()
    expect(await underWay).toMatchObject({ isSaved: true })
    await clock.advance(20_000)
    expect(titlesOn(await readStoredBoard(storage))).toEqual(['under way'])
  })

  it('reading waits for what is on its way to disk', async () => {
    const { rooms, join, storage, clock } = await startRooms()
    const ada = await join('Ada')
    storage.isSlow = true
    await ada.edit((board) => addTitled(board, 'Ada', 'slow'))
    let read: string[] | null = null
    void rooms.read(BOARD, titlesOn).then((titles) => (read = titles))
    await clock.advance(20)
    expect(read).toBeNull()
    storage.letGo()
    await clock.advance(0)
    expect(read).toEqual(['slow'])
  })

  it('a long log becomes a snapshot once the board is quiet, and the board reads the same', async () => {
    const { join, storage, clock, log } = await startRooms()
    const ada = await join('Ada')
    await ada.edit((board) => addTitled(board, 'Ada', 'Title'))
    for (let at = 0; at <= 500; at++) {
      await ada.edit((board) => typeInTitle(board, 'Ada', 'Title', at % 9 === 0 ? 'x' : ''))
      await ada.edit((board) => board.initiatives.get(idOf('Title'))?.set('effort', 1 + (at % 50)))
      await clock.advance(20)
    }
    expect(log.events).not.toContain('room.compacted')
    await clock.advance(2_000)
    expect(log.events).toContain('room.compacted')
    const stored = await storage.load(BOARD)
    expect(stored?.snapshot).not.toBeNull()
    expect(stored?.updates).toEqual([])
    const fresh = openBoardDocument(new Y.Doc())
    Y.applyUpdate(fresh.doc, stored?.snapshot ?? new Uint8Array([0, 0]))
    expect(titlesOn(fresh)).toEqual(titlesOn(ada.board))
  })
})
