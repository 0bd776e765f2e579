import { describe, expect, it } from 'vitest'
import {
  addInteraction,
  joinTeams,
  placeInteractionAt,
  setInteractionDeleted,
  setInteractionMode,
  swapInteraction,
} from '@/lib/board/operations/interactions'
import { revertStep } from '@/lib/board/operations/revert-step'
import { listInteractions, readInteraction } from '@/lib/board/read'
import { authorOf } from '@/tests/support/boards/board-builders'
import { boardWithMap, interactionId, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const LINK = interactionId('link')
const BOUND = { from: teamId('blue'), to: teamId('red'), offset: [4, 5], rotation: 0 } as const

function boardWithLink(mode: 'collaboration' | 'x-as-a-service' = 'collaboration') {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240 })
  standTeam(board, 'red', { dx: 60, dy: 500 })
  addInteraction(board, ADA, { id: LINK, mode, instance: MAP, wh: [140, 60], ...BOUND })
  return board
}

describe('interactions', () => {
  it('are added between two teams, and undo takes them back', () => {
    const board = boardWithLink()
    expect(listInteractions(board)).toMatchObject([
      { ...BOUND, mode: 'collaboration', wh: [140, 60], createdBy: 'ada' },
    ])
    const draft = {
      id: interactionId('two'),
      mode: 'facilitating',
      instance: MAP,
      wh: [96, 96],
      ...BOUND,
    } as const
    const step = addInteraction(board, ADA, draft)
    revertStep(board, ADA, step)
    expect(listInteractions(board)).toHaveLength(1)
  })

  it('never join a team with itself', () => {
    const board = boardWithLink()
    const itself = { ...BOUND, to: BOUND.from }
    const draft = {
      id: interactionId('two'),
      mode: 'facilitating',
      instance: MAP,
      wh: [96, 96],
      ...itself,
    } as const
    expect(addInteraction(board, ADA, draft)).toEqual([])
    expect(placeInteractionAt(board, ADA, { id: LINK, bound: itself, wh: [140, 60] })).toEqual([])
    expect(joinTeams(board, ADA, { id: LINK, ...itself })).toEqual([])
  })

  it('are put elsewhere by writing what differs', () => {
    const board = boardWithLink()
    const step = placeInteractionAt(board, ADA, {
      id: LINK,
      bound: { ...BOUND, offset: [9, 9] },
      wh: [140, 60],
    })
    expect(step).toEqual([
      { kind: 'unit', root: 'interactions', id: LINK, unit: 'offset', before: [4, 5], after: [9, 9] },
    ])
  })

  it('take a size of their mode and stand upright unless they point somewhere', () => {
    const board = boardWithLink('x-as-a-service')
    placeInteractionAt(board, ADA, { id: LINK, bound: { ...BOUND, rotation: 1 }, wh: [72, 76] })
    setInteractionMode(board, ADA, { id: LINK, mode: 'facilitating' })
    expect(readInteraction(board, LINK)).toMatchObject({ mode: 'facilitating', wh: [96, 96], rotation: 0 })
  })

  it('swap who provides and who uses, and the shape turns round', () => {
    const board = boardWithLink('x-as-a-service')
    swapInteraction(board, ADA, LINK)
    expect(readInteraction(board, LINK)).toMatchObject({ from: 'red', to: 'blue', rotation: Math.PI })
  })

  it('are deleted and restored', () => {
    const board = boardWithLink()
    const step = setInteractionDeleted(board, ADA, { id: LINK, deleted: true })
    expect(listInteractions(board)).toEqual([])
    revertStep(board, ADA, step)
    expect(listInteractions(board)).toHaveLength(1)
  })
})
