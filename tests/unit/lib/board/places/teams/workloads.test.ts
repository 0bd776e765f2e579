import { describe, expect, it } from 'vitest'
import { assignTeam } from '@/lib/board/operations/assign'
import { importInitiatives, type ImportRow } from '@/lib/board/operations/import'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { workloadLines, workloadsOf, workloadWords } from '@/lib/board/places/teams/workloads'
import { listInitiatives, listTeams, readInitiative } from '@/lib/board/read'
import { authorOf, initiativeId } from '@/tests/support/boards/board-builders'
import { boardWithMap, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')

describe('what a team has on its table', () => {
  it('is what was given to it and what a spreadsheet says is its', () => {
    const board = boardWithMap()
    standTeam(board, 'Blue', { dx: 60, dy: 240 })
    standTeam(board, 'Red', { dx: 60, dy: 500 })
    addInitiatives(board, ADA, [
      { id: initiativeId('a'), title: 'a', team: ' blue ', effort: 4 },
      { id: initiativeId('b'), title: 'b', team: 'Red', effort: 2.5 },
      { id: initiativeId('c'), title: 'c', team: 'Nobody' },
      { id: initiativeId('d'), title: 'd', effort: 8 },
    ])
    assignTeam(board, ADA, { id: initiativeId('b'), teamId: teamId('Blue') })
    const loads = workloadsOf(listTeams(board), listInitiatives(board))
    expect(Object.fromEntries(loads)).toEqual({ Blue: { count: 2, effort: 6.5 } })
  })

  it('is said as a person says it', () => {
    expect(workloadWords({ count: 0, effort: 0 })).toBe('')
    expect(workloadWords({ count: 1, effort: 1 })).toBe('1 initiative, 1 person-week')
    expect(workloadWords({ count: 4, effort: 12.04 })).toBe('4 initiatives, 12 person-weeks')
  })

  it('is said in fewer words, and never in letters to be guessed, where there is little room', () => {
    expect(workloadLines({ count: 0, effort: 0 })).toEqual([])
    expect(workloadLines({ count: 1, effort: 6 })).toEqual([
      ['1 initiative', '6 person-weeks'],
      ['1 initiative', '6 person-', 'weeks'],
      ['1 initiative'],
      ['1'],
    ])
    expect(workloadLines({ count: 2, effort: 1 })[1]).toEqual(['2 initiatives', '1 person-', 'week'])
  })

  it('says how many of it are shown where a part is, in fewer words where there is little room', () => {
    const load = { count: 6, effort: 9 }
    expect(workloadWords(load, 2)).toBe('6 initiatives, 2 of them shown here, 9 person-weeks')
    expect(workloadLines(load, 2)).toEqual([
      ['6 initiatives · 2 shown', '9 person-weeks'],
      ['2 of 6 shown', '9 person-weeks'],
      ['2 of 6 shown', '9 person-', 'weeks'],
      ['2 of 6 shown'],
      ['6'],
    ])
    for (const all of [0, 6]) {
      expect(workloadLines(load, all)).toEqual(workloadLines(load))
      expect(workloadWords(load, all)).toBe('6 initiatives, 9 person-weeks')
    }
  })

  it('follows a spreadsheet that names another team, and not one that names the same', () => {
    const board = boardWithMap()
    standTeam(board, 'Blue', { dx: 60, dy: 240 })
    const id = initiativeId('a')
    addInitiatives(board, ADA, [{ id, title: 'a', externalKey: 'A-1' }])
    assignTeam(board, ADA, { id, teamId: teamId('Blue') })
    const row = { id: initiativeId('other'), title: 'a', externalKey: 'A-1' }
    const bringIn = (given: ImportRow) =>
      importInitiatives(board, ADA, { rows: [given], createId: () => initiativeId('new') })
    bringIn({ ...row, team: 'BLUE' })
    expect(readInitiative(board, id)?.teamId).toBe('Blue')
    bringIn(row)
    expect(readInitiative(board, id)?.teamId).toBe('Blue')
    bringIn({ ...row, team: 'Red' })
    expect(readInitiative(board, id)).toMatchObject({ team: 'Red' })
    expect(readInitiative(board, id)).not.toHaveProperty('teamId')
  })
})
