import { expect, test } from 'vitest'
import { createBoardView } from '@/components/board/client/view/create-board-view'
import { knownNames } from '@/components/workshop/inspector/known-names'
import { addInitiatives } from '@/lib/board/operations/initiatives'
import { addTeam, type TeamDraft } from '@/lib/board/operations/teams'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import type { TeamId } from '@/lib/ids'
import { authorOf, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'

const PLATFORM: TeamDraft = {
  id: 'platform' as TeamId,
  name: 'Platform',
  type: 'platform',
  instanceId: FIRST_INSTANCE,
  at: { dx: 0, dy: 0, w: 100, h: 60 },
}

test('names are offered once each, the most used first', () => {
  const board = seededBoard()
  const teams = ['Web', 'Core', 'Core', undefined, 'App']
  addInitiatives(
    board,
    authorOf('ada'),
    teams.map((team, at) => ({ id: initiativeId(`i${at}`), title: 'T', ...(team && { team }) })),
  )
  const view = createBoardView(board)
  expect(knownNames(view, 'team')).toEqual(['Core', 'App', 'Web'])
  expect(knownNames(view, 'owner')).toEqual([])
  addTeam(board, authorOf('ada'), PLATFORM)
  expect(knownNames(view, 'team')).toEqual(['Core', 'App', 'Web', 'Platform'])
  view.stop()
})
