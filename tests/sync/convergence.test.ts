import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { can } from '@/lib/access/roles'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { readInitiative } from '@/lib/board/read'
import { addTitled, authorOf, idOf, titlesOn, typeInTitle } from '../support/boards/board-edits'
import { readStoredBoard, BOARD } from '../support/boards/stored-board'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { toPerson } from '../support/rooms/room-harness'
import { until } from '../support/until'

describe('clients of y-websocket on one board', () => {
  let server: SyncServer

  beforeEach(async () => {
    server = await startSyncServer()
  })
  afterEach(() => server.stop())

  it('three clients that edit at once end up with the same board', async () => {
    const names = ['Ada', 'Ben', 'Cleo'] as const
    const clients = names.map((name) => server.connect(name))
    await Promise.all(clients.map((client) => client.synced()))
    clients.forEach((client, at) => addTitled(client.board, names[at] ?? '', `from ${names[at]}`))
    const expected = ['from Ada', 'from Ben', 'from Cleo']
    await until('all three see all three', () =>
      clients.every((client) => titlesOn(client.board).length === expected.length),
    )
    for (const client of clients) expect(titlesOn(client.board)).toEqual(expected)
  })

  it('letters typed at once in one title are all kept', async () => {
    const [ada, ben] = [server.connect('Ada'), server.connect('Ben')]
    await Promise.all([ada.synced(), ben.synced()])
    addTitled(ada.board, 'Ada', 'Title')
    await until('Ben sees the title', () => titlesOn(ben.board).length === 1)
    typeInTitle(ada.board, 'Ada', 'Title', 'A')
    typeInTitle(ben.board, 'Ben', 'Title', 'B')
    await until('both have both letters', () =>
      [ada, ben].every((client) => /^(AB|BA)Title$/.test(titlesOn(client.board)[0] ?? '')),
    )
    expect(titlesOn(ada.board)).toEqual(titlesOn(ben.board))
  })

  it('what others set on an initiative while somebody deletes it is on the board once it is restored', async () => {
    const [ada, ben] = [server.connect('Ada'), server.connect('Ben')]
    await Promise.all([ada.synced(), ben.synced()])
    addTitled(ada.board, 'Ada', 'Title')
    await until('Ben sees it', () => titlesOn(ben.board).length === 1)
    const id = idOf('Title')
    setInitiativeDeleted(ada.board, authorOf('Ada'), { id, deleted: true })
    const fields = { team: 'Payments', effort: 13, links: ['https://example.org/a'] }
    setInitiativeFields(ben.board, authorOf('Ben'), [{ id, fields }])
    await until('it is gone for both', () =>
      [ada, ben].every(({ board }) => readInitiative(board, id)?.deleted && readInitiative(board, id)?.team),
    )
    setInitiativeFields(ben.board, authorOf('Ben'), [{ id, fields: { effort: 21 } }])
    await ben.saved()
    setInitiativeDeleted(ada.board, authorOf('Ada'), { id, deleted: false })
    await until('Ben sees it again', () => titlesOn(ben.board).length === 1)
    await ada.saved()
    const stored = await readStoredBoard(server.storage)
    for (const board of [ada.board, ben.board, stored])
      expect(readInitiative(board, id)).toMatchObject({ ...fields, effort: 21 })
    expect([ada.refusals, ben.refusals, titlesOn(stored)]).toEqual([[], [], ['Title']])
  })

  it('[ACCESS-8] a plain y-websocket client hears nothing private and works all the same', async () => {
    const plain = server.connect('Ada', 'participant', { isPlain: true })
    const ours = server.connect('Ben')
    await Promise.all([plain.synced(), ours.synced()])
    addTitled(plain.board, 'Ada', 'plain')
    await until('Ben sees it', () => titlesOn(ours.board).includes('plain'))
    expect(plain.sessions).toEqual([])
    expect(plain.acked()).toBe(0)
    expect(ours.sessions[0]).toMatchObject({ type: 'welcome', personId: 'person-Ben', role: 'participant' })
  })

  it('edits made while the line is cut arrive when the provider is back', async () => {
    const [ada, ben] = [server.connect('Ada'), server.connect('Ben')]
    await Promise.all([ada.synced(), ben.synced()])
    ada.cutLine()
    addTitled(ada.board, 'Ada', 'offline')
    addTitled(ben.board, 'Ben', 'meanwhile')
    await until('both have both', () => [ada, ben].every((client) => titlesOn(client.board).length === 2))
    await ada.saved()
    expect(titlesOn(await readStoredBoard(server.storage))).toEqual(['meanwhile', 'offline'])
  })

  it('[SAVE-4] what was acked is in the storage', async () => {
    const ada = server.connect('Ada')
    await ada.synced()
    for (let at = 0; at < 20; at++) addTitled(ada.board, 'Ada', `title ${at}`)
    await ada.saved()
    expect(ada.acked()).toBe(20)
    expect(titlesOn(await readStoredBoard(server.storage))).toHaveLength(20)
  })

  it('[ACCESS-1] a viewer changes nothing for anybody else, and is told', async () => {
    const [vera, ada] = [server.connect('Vera', 'viewer'), server.connect('Ada')]
    await Promise.all([vera.synced(), ada.synced()])
    addTitled(vera.board, 'Vera', 'by a viewer')
    addTitled(ada.board, 'Ada', 'by Ada')
    await until('the viewer is told', () => vera.refusals.length > 0)
    await until('the viewer sees Ada', () => titlesOn(vera.board).includes('by Ada'))
    expect(vera.refusals[0]).toEqual({ code: 'not-allowed', record: `initiatives/${idOf('by a viewer')}` })
    expect(titlesOn(ada.board)).toEqual(['by Ada'])
    expect(titlesOn(await readStoredBoard(server.storage))).toEqual(['by Ada'])
  })

  it('[ACCESS-2] a viewer who is promoted brings what was refused, and what follows, to everybody', async () => {
    const [vera, ada] = [server.connect('Vera', 'viewer'), server.connect('Ada')]
    await Promise.all([vera.synced(), ada.synced()])
    addTitled(vera.board, 'Vera', 'refused')
    await until('the viewer is told', () => vera.refusals.length > 0)
    server.rooms.setRole(BOARD, toPerson('Vera').personId, 'participant')
    await until('the new role is told', () =>
      vera.sessions.some((said) => said.type === 'role' && can(said.role, 'edit')),
    )
    await until('Ada sees what was refused', () => titlesOn(ada.board).length === 1)
    addTitled(vera.board, 'Vera', 'allowed')
    await until('Ada sees both', () => titlesOn(ada.board).length === 2)
    await vera.saved()
    expect(titlesOn(await readStoredBoard(server.storage))).toEqual(['allowed', 'refused'])
  })

  it('[ACCESS-4] an unknown board and an old epoch are refused for good, after the upgrade', async () => {
    const lost = server.connect('Ada', 'participant', { boardId: 'nowhere' })
    const old = server.connect('Ada', 'participant', { params: { epoch: '7' } })
    await until('both are refused', () => lost.closedWith() !== null && old.closedWith() !== null)
    expect([lost.closedWith(), old.closedWith()]).toEqual([4404, 4409])
    expect(server.rooms.stats().sockets).toBe(0)
  })
})
