import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignTeam } from '@/lib/board/operations/assign'
import { setInitiativeFields } from '@/lib/board/operations/initiative-fields'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { readTeam } from '@/lib/board/read'
import { readTeamHues } from '@/lib/board/hues/read-team-hues'
import { markDeleted } from '@/lib/board/set-units'
import { rewriteText } from '@/lib/board/text/rewrite-text'
import { assignHues, TEAM_HUE_COUNT } from '@/lib/teams/team-hues'
import { comparableName } from '@/lib/teams/team-name'
import { authorOf, copyOf, initiativeId, NOW, syncBoards } from '../support/boards/board-builders'
import { boardWithMap, standTeam, teamId } from '../support/boards/team-board'

const SEED = 20_263
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== '')
const namesUpTo = (maxLength: number) => fc.uniqueArray(name, { maxLength, selector: comparableName })

test('no two teams share a colour while there are enough', () => {
  fc.assert(
    fc.property(namesUpTo(TEAM_HUE_COUNT), fc.array(fc.nat(3)), (names, sinces) => {
      const hues = assignHues(names.map((one, at) => ({ name: one, since: sinces[at] ?? 0 })))
      expect(new Set(hues.values()).size).toBe(names.length)
    }),
    { seed: SEED, numRuns: 300 },
  )
})

test('a team that comes later changes the colour of no other, however many there are', () => {
  fc.assert(
    fc.property(namesUpTo(40), (names) => {
      const teams = names.map((one, since) => ({ name: one, since }))
      const all = assignHues(teams)
      for (const count of [1, Math.floor(names.length / 2), names.length - 1]) {
        for (const [known, hue] of assignHues(teams.slice(0, count))) expect(all.get(known)).toBe(hue)
      }
    }),
    { seed: SEED, numRuns: 200 },
  )
})

/** Names that look for their hues at two places, so that they meet. */
const POOL = ['Data', 'Mobile', 'Ops', 'Pricing', 'Search', 'Ads', 'Pay', 'Infra']

test('whatever is named, given to a team, copied, deleted and restored, a team that stays keeps its colour', () => {
  const kinds = ['name', 'team', 'give', 'delete', 'delete team', 'copy'] as const
  const change = fc.record({
    kind: fc.constantFrom(...kinds),
    of: fc.nat(3),
    as: fc.nat(3),
    flag: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 12, maxLength: 40 }), (changes) => {
      const board = boardWithMap()
      const ids = [0, 1, 2, 3].map((at) => initiativeId(`i${at}`))
      addInitiatives(
        board,
        authorOf('ada'),
        ids.map((id) => ({ id, title: 'x' })),
      )
      let now = NOW
      for (const { kind, of, as, flag } of changes) {
        const before = readTeamHues(board)
        const author = { ...authorOf('ada'), now: (now += 1) }
        const [id, team] = [initiativeId(`i${of}`), teamId(`t${of % 2}`)]
        const name = POOL[(of % 2) * 4 + as] ?? ''
        if (kind === 'name') setInitiativeFields(board, author, [{ id, fields: { team: name } }])
        if (kind === 'team') standTeam(board, team, { dx: 60, dy: 240, name })
        if (kind === 'give') assignTeam(board, author, { id, teamId: team })
        if (kind === 'delete') setInitiativeDeleted(board, author, { id, deleted: flag })
        if (kind === 'delete team') markDeleted(board, author, { root: 'teams', id: team, deleted: flag })
        const standing = readTeam(board, team)
        if (kind === 'copy' && standing && !standing.deleted) {
          standTeam(board, 'copy', { dx: 60, dy: 240, name: standing.name })
          rewriteText(board, { root: 'teams', id: 'copy', field: 'name' }, `Copy ${now}`)
        }
        const after = readTeamHues(board)
        for (const [known, hue] of before) expect([known, after.get(known) ?? hue]).toEqual([known, hue])
        expect(new Set(after.values()).size).toBe(after.size)
      }
    }),
    { seed: SEED, numRuns: 150 },
  )
})

test('everybody sees the same colours, in whatever order the changes arrive', () => {
  const teams = fc.array(fc.record({ name, onMap: fc.boolean(), at: fc.nat(3), by: fc.nat(2) }), {
    maxLength: 16,
  })
  fc.assert(
    fc.property(teams, fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 6 }), (given, meetings) => {
      const first = boardWithMap()
      const boards = [first, copyOf(first, 2), copyOf(first, 3)] as const
      given.forEach((one, number) => {
        const board = boards[one.by as 0 | 1 | 2]
        const draft = { id: initiativeId(`i${number}`), title: 'x', team: one.name }
        if (one.onMap) standTeam(board, `${one.name}`, { dx: 60, dy: 240 })
        else addInitiatives(board, { ...authorOf('ada'), now: NOW + one.at }, [draft])
        for (const [from, to] of meetings.slice(number, number + 1)) {
          if (from !== to) syncBoards(boards[from as 0 | 1 | 2], boards[to as 0 | 1 | 2])
        }
      })
      syncBoards(boards[0], boards[1])
      syncBoards(boards[1], boards[2])
      syncBoards(boards[0], boards[2])
      const [seen, ...others] = boards.map((board) => [...readTeamHues(board)])
      for (const other of others) expect(other).toEqual(seen)
    }),
    { seed: SEED, numRuns: 60 },
  )
})
