import { describe, expect, it } from 'vitest'
import { assignTeam } from '@/lib/board/operations/assign'
import {
  countMore,
  createJudgeRow,
  importInitiatives,
  type Import,
  type ImportRow,
} from '@/lib/board/operations/import'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { revertStep } from '@/lib/board/operations/revert-step'
import { listInitiatives, readInitiative } from '@/lib/board/read'
import { placementKey, teamTarget, type BoardDocument } from '@/lib/board/layout'
import { markDeleted } from '@/lib/board/set-units'
import { rewriteText } from '@/lib/board/text/rewrite-text'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { MAP, standMap, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')

function boardWith(...rows: (ImportRow & { id: string })[]): BoardDocument {
  const board = seededBoard()
  addInitiatives(
    board,
    ADA,
    rows.map((row) => ({ ...row, id: initiativeId(row.id) })),
  )
  return board
}

function row(title: string, rest: Partial<ImportRow> = {}): ImportRow {
  return { title, ...rest }
}

function bringIn(board: BoardDocument, rows: readonly ImportRow[], choices?: Import['choices']) {
  let made = 0
  const createId = () => initiativeId(`new-${made++}`)
  return importInitiatives(board, ADA, { rows, createId, ...(choices && { choices }) })
}

function judge(board: BoardDocument, said: ImportRow) {
  return createJudgeRow(board)(initiativeId('a'), said)
}

function putOnTeam(board: BoardDocument, team: string): void {
  standMap(board)
  standTeam(board, team, { dx: 60, dy: 240 })
  assignTeam(board, ADA, { id: initiativeId('a'), teamId: teamId(team) })
  const placement = { target: teamTarget(teamId(team)), dx: 0, dy: 0 }
  setPlacements(board, ADA, [{ key: placementKey(initiativeId('a'), MAP), placement }])
}

const SEARCH = { id: 'a' as never, title: 'Search', externalKey: 'K-1', team: 'core', owner: 'Bo' }

describe('importInitiatives', () => {
  it('updates what has the same key and adds the rest, in one update', () => {
    const board = boardWith(SEARCH)
    let updates = 0
    board.doc.on('update', () => updates++)
    const counts = bringIn(board, [
      row('Faster search', { externalKey: 'K-1', team: 'web', summary: 'Why', tags: ['x'] }),
      row('Login', { externalKey: 'K-2' }),
    ])
    expect(counts).toMatchObject({ added: 1, updated: 1, skipped: 0 })
    expect(updates).toBe(1)
    expect(readInitiative(board, initiativeId('a'))).toMatchObject({
      ...{ title: 'Faster search', team: 'web', owner: 'Bo', summary: 'Why', tags: ['x'] },
    })
    expect(listInitiatives(board).map(({ id }) => id)).toEqual(['a', 'new-0'])
  })

  it('is taken back whole by undo, and comes back whole', () => {
    const board = boardWith(SEARCH)
    const before = listInitiatives(board)
    const { step } = bringIn(board, [
      row('Faster search', {
        externalKey: 'K-1',
        team: 'web',
        effort: 9,
        summary: 'Why',
        links: ['https://a.b'],
      }),
      row('Login'),
    ])
    const after = listInitiatives(board)
    const redo = revertStep(board, ADA, step)
    expect(listInitiatives(board)).toEqual(before)
    revertStep(board, ADA, redo)
    expect(listInitiatives(board)).toEqual(after)
  })

  it('changes nothing when the same list comes twice, with keys or without', () => {
    const board = seededBoard()
    const rows = [row('Search', { externalKey: 'K-1' }), row('Login'), row('Login')]
    expect(bringIn(board, rows)).toMatchObject({ added: 3, updated: 0 })
    expect(bringIn(board, rows)).toEqual({ step: [], added: 0, updated: 0, unchanged: 3, skipped: 0 })
  })

  it.each<[string, Partial<ImportRow>, boolean]>([
    ['the same', { team: 'core', owner: 'Bo', tags: [] }, false],
    ['nothing of any field', {}, false],
    ['another title', { title: 'Find' }, true],
    ['a summary', { summary: 'Why' }, true],
    ['another owner', { owner: 'Cy' }, true],
    ['no owner', { owner: null } as unknown as Partial<ImportRow>, true],
    ['an effort', { effort: 9 }, true],
    ['a tag', { tags: ['x'] }, true],
    ['another team than the board gave it to', { team: 'web' }, true],
  ])('a row that says %s is known beforehand to change something or not', (_what, rest, isChange) => {
    const board = boardWith(SEARCH)
    const said = row(rest.title ?? 'Search', { externalKey: 'K-1', ...rest })
    expect(judge(board, said).isNews).toBe(isChange)
    expect(bringIn(board, [said])).toMatchObject({
      updated: isChange ? 1 : 0,
      unchanged: isChange ? 0 : 1,
    })
  })

  it('what was deleted is brought back by a row that says nothing new', () => {
    const board = boardWith(SEARCH)
    setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: true })
    const said = row('Search', { externalKey: 'K-1' })
    expect(judge(board, said).isNews).toBe(true)
    expect(bringIn(board, [said])).toMatchObject({ updated: 1, unchanged: 0 })
  })

  it('the team an initiative stands on is newer than what a row says of it', () => {
    const board = boardWith(SEARCH)
    putOnTeam(board, 'web')
    const said = row('Search', { externalKey: 'K-1', team: 'core' })
    expect(judge(board, said)).toEqual({ isNews: false, keepsTeam: true })
    expect(bringIn(board, [said])).toMatchObject({ step: [], updated: 0, unchanged: 1 })
    bringIn(board, [{ ...said, owner: 'Cy' }])
    expect(readInitiative(board, initiativeId('a'))).toMatchObject({
      teamId: 'web',
      team: 'web',
      owner: 'Cy',
    })
  })

  it('a row that names the team its initiative stands on overrules nothing', () => {
    const board = boardWith(SEARCH)
    putOnTeam(board, 'web')
    board.doc.transact(() => rewriteText(board, { root: 'teams', id: 'web', field: 'name' }, 'shop'))
    expect(judge(board, row('Search', { team: 'shop' }))).toEqual({ isNews: false, keepsTeam: false })
    expect(judge(board, row('Search'))).toEqual({ isNews: false, keepsTeam: false })
    expect(judge(board, row('Search', { team: 'web' }))).toEqual({ isNews: false, keepsTeam: true })
  })

  it('what was deleted comes back to the team it stood on', () => {
    const board = boardWith(SEARCH)
    putOnTeam(board, 'web')
    setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: true })
    expect(bringIn(board, [row('Search', { externalKey: 'K-1', team: 'core' })])).toMatchObject({
      updated: 1,
    })
    expect(readInitiative(board, initiativeId('a'))).toMatchObject({ teamId: 'web' })
  })

  it('a row takes its initiative from a team it stands on nowhere, or only on a map that is gone', () => {
    const board = boardWith(SEARCH)
    putOnTeam(board, 'web')
    const said = row('Search', { externalKey: 'K-1', team: 'core' })
    markDeleted(board, ADA, { root: 'instances', id: MAP, deleted: true })
    expect(judge(board, said)).toEqual({ isNews: true, keepsTeam: false })
    markDeleted(board, ADA, { root: 'instances', id: MAP, deleted: false })
    setPlacements(board, ADA, [{ key: placementKey(initiativeId('a'), MAP), placement: null }])
    expect(bringIn(board, [said])).toMatchObject({ updated: 1, unchanged: 0 })
    expect(readInitiative(board, initiativeId('a'))).not.toHaveProperty('teamId')
  })

  it('leaves what is there alone where duplicates are skipped', () => {
    const board = boardWith(SEARCH)
    const rows = [row('New words', { externalKey: 'K-1' }), row('search'), row('Login')]
    expect(bringIn(board, rows, { key: 'skip', title: 'skip' })).toMatchObject({ added: 2, skipped: 1 })
    expect(listInitiatives(board).map(({ title }) => title)).toEqual(['Search', 'search', 'Login'])
  })

  it('adds a duplicate beside the first where asked to, without the key that is taken', () => {
    const board = boardWith(SEARCH)
    const rows = [row('Search', { id: initiativeId('a'), externalKey: 'K-1' })]
    expect(bringIn(board, rows, { key: 'add', title: 'update' })).toMatchObject({ added: 1, updated: 0 })
    expect(listInitiatives(board).map(({ id, externalKey }) => [id, externalKey])).toEqual([
      ['a', 'K-1'],
      ['new-0', undefined],
    ])
  })

  it('keeps the ids that rows bring along', () => {
    const board = seededBoard()
    bringIn(board, [row('Search', { id: initiativeId('from-elsewhere') })])
    expect(listInitiatives(board).map(({ id }) => id)).toEqual(['from-elsewhere'])
  })

  it('brings a deleted initiative back', () => {
    const board = boardWith(SEARCH)
    setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: true })
    bringIn(board, [row('Search', { externalKey: 'K-1' })])
    expect(listInitiatives(board).map(({ id }) => id)).toEqual(['a'])
  })

  it('cuts a large import into updates that each fit a connection, in the order of the list', () => {
    const board = seededBoard()
    const sizes: number[] = []
    board.doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    const rows = Array.from({ length: 600 }, (_, at) => row(`Row ${at}`, { summary: '語'.repeat(1_900) }))
    const { step } = bringIn(board, rows)
    expect(step).toHaveLength(600)
    expect(sizes.length).toBeGreaterThan(2)
    expect(Math.max(...sizes)).toBeLessThan(900_000)
    expect(listInitiatives(board).map(({ title }) => title)).toEqual(rows.map(({ title }) => title))
  })
})

describe('countMore', () => {
  it('counts what would be added and what would come back', () => {
    const board = boardWith(SEARCH)
    const rows = [row('Search', { externalKey: 'K-1' }), row('SEARCH'), row('Login')]
    expect(countMore(board, { rows })).toEqual({ added: 2, restored: 0 })
    expect(countMore(board, { rows, choices: { key: 'add', title: 'skip' } }).added).toBe(3)
    setInitiativeDeleted(board, ADA, { id: initiativeId('a'), deleted: true })
    expect(countMore(board, { rows })).toEqual({ added: 2, restored: 1 })
    expect(countMore(board, { rows, choices: { key: 'skip', title: 'skip' } }).restored).toBe(0)
  })
})
