import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addInteraction } from '@/lib/board/operations/interactions'
import { setPlacements } from '@/lib/board/operations/placements'
import { editText } from '@/lib/board/operations/texts'
import { addTeam, setTeamType } from '@/lib/board/operations/teams'
import { listInteractions, listTeams, readTeam } from '@/lib/board/read'
import { authorOf } from '../support/boards/board-edits'
import { readStoredBoard } from '../support/boards/stored-board'
import type { SyncClient } from '../support/rooms/sync-client'
import { startSyncServer, type SyncServer } from '../support/rooms/sync-server'
import { interactionId, MAP, standMap, teamId, teamKey } from '../support/boards/team-board'
import { until } from '../support/until'

const AT = { dx: 60, dy: 240, w: 320, h: 64 }

describe('teams of one board over the wire', () => {
  let server: SyncServer
  let ada: SyncClient
  let ben: SyncClient

  beforeEach(async () => {
    server = await startSyncServer()
    const fay = server.connect('Fay', 'facilitator')
    ada = server.connect('Ada')
    ben = server.connect('Ben')
    await Promise.all([fay, ada, ben].map((client) => client.synced()))
    standMap(fay.board)
    for (const client of [ada, ben]) await until('the map is there', () => client.board.instances.has(MAP))
    for (const [name, at] of [
      ['blue', 0],
      ['red', 400],
    ] as const) {
      const draft = { id: teamId(name), name, type: 'undefined-team' as const, instanceId: MAP }
      addTeam(ada.board, authorOf('Ada'), { ...draft, at: { ...AT, dx: AT.dx + at } })
    }
    await until('Ben sees both teams', () => listTeams(ben.board).length === 2)
  })
  afterEach(() => server.stop())

  it('a name typed together keeps every letter, and a type said at once by two is one of the two', async () => {
    const name = { root: 'teams', id: 'blue', field: 'name', remove: 0 } as const
    editText(ada.board, authorOf('Ada'), { ...name, at: 0, insert: 'Dark ' })
    editText(ben.board, authorOf('Ben'), { ...name, at: 4, insert: ' team' })
    setTeamType(ada.board, authorOf('Ada'), { id: teamId('blue'), type: 'platform' })
    setTeamType(ben.board, authorOf('Ben'), { id: teamId('blue'), type: 'stream-aligned' })
    await until('both read the same', () =>
      [ada, ben].every((client) => readTeam(client.board, 'blue')?.name === 'Dark blue team'),
    )
    await Promise.all([ada.saved(), ben.saved()])
    await until('both agree on the type', () => {
      const [one, other] = [ada, ben].map((client) => readTeam(client.board, 'blue')?.type)
      return one === other && (one === 'platform' || one === 'stream-aligned')
    })
    const stored = readTeam(await readStoredBoard(server.storage), 'blue')
    expect(stored).toMatchObject({ name: 'Dark blue team', type: readTeam(ada.board, 'blue')?.type })
  })

  it('forged teams, interactions and places are written back for everybody, and the forger is told', async () => {
    const bound = { from: teamId('blue'), to: teamId('red'), offset: [0, 0], rotation: 0 } as const
    const draft = { mode: 'collaboration', instance: MAP, wh: [140, 60], ...bound } as const
    addInteraction(ada.board, authorOf('Ada'), { id: interactionId('sound'), ...draft })
    await until('Ben sees it', () => listInteractions(ben.board).length === 1)
    ben.board.teams.get('blue')?.set('type', 'owners')
    ben.board.interactions.get('sound')?.set('to', 'nobody')
    addInteraction(ben.board, authorOf('Ben'), {
      id: interactionId('forged'),
      ...draft,
      to: teamId('nobody'),
    })
    const huge = { target: 'frame', ...AT, w: 100_000 }
    setPlacements(ben.board, authorOf('Ben'), [{ key: teamKey('red'), placement: huge }])
    await until('the forger is told of all four', () => ben.refusals.length >= 4)
    for (const client of [ada, ben]) {
      await until('all is as before', () => {
        const { board } = client
        return (
          readTeam(board, 'blue')?.type === 'undefined-team' &&
          listInteractions(board).length === 1 &&
          listInteractions(board)[0]?.to === 'red' &&
          board.placements.get(teamKey('red'))?.w === AT.w
        )
      })
    }
    expect(ada.closedWith()).toBeNull()
    expect(listInteractions(await readStoredBoard(server.storage))).toHaveLength(1)
  })

  it('a viewer changes nothing of a map', async () => {
    const vic = server.connect('Vic', 'viewer')
    await vic.synced()
    setTeamType(vic.board, authorOf('Vic'), { id: teamId('blue'), type: 'enabling' })
    await until('the viewer is told', () => vic.refusals.length > 0)
    expect(readTeam(ada.board, 'blue')?.type).toBe('undefined-team')
  })
})
