import { expect, test } from 'vitest'
import { CANVAS_INSTANCE, placementKey, teamTarget } from '@/lib/board/layout'
import { addInitiatives, setInitiativeDeleted } from '@/lib/board/operations/initiatives'
import { setPlacements } from '@/lib/board/operations/placements'
import { createRecords } from '@/lib/board/operations/records'
import { boardPictureSchema, boundsOf, drawBoardPicture } from '@/lib/board/pictures/picture'
import { FIRST_INSTANCE } from '@/lib/board/seed'
import { drawTemplatePicture } from '@/lib/board/pictures/template-picture'
import { findTemplate, TEMPLATES } from '@/lib/templates/catalogue'
import { authorOf, geoRecord, initiativeId, seededBoard } from '@/tests/support/boards/board-builders'
import { boardWithMap, MAP, standTeam, teamId } from '@/tests/support/boards/team-board'

const ADA = authorOf('ada')
const note = (id: string, changes = {}) => ({ ...geoRecord(id, changes), type: 'note' })

test('a picture shows the templates, the cards that stand and the notes, and counts what is placed', () => {
  const board = seededBoard()
  const ids = ['a', 'b', 'c', 'd'].map(initiativeId)
  addInitiatives(
    board,
    ADA,
    ids.map((id) => ({ id, title: `A title of ${id}` })),
  )
  const [a, b, c] = ids as [(typeof ids)[0] & string, (typeof ids)[0] & string, (typeof ids)[0] & string]
  setPlacements(board, ADA, [
    { key: placementKey(a, FIRST_INSTANCE), placement: { target: 'frame', dx: 30.4, dy: 40.6 } },
    { key: placementKey(a, CANVAS_INSTANCE), placement: { target: 'canvas', dx: -500, dy: 20 } },
    { key: placementKey(b, FIRST_INSTANCE), placement: { target: 'frame', dx: 600, dy: 40 } },
    { key: placementKey(c, FIRST_INSTANCE), placement: { target: 'frame', dx: 9, dy: 9 } },
  ])
  setInitiativeDeleted(board, ADA, { id: c, deleted: true })
  createRecords(board, ADA, [
    note('shape:n', { x: 3000, y: 5, props: { scale: 1.5 } }),
    note('shape:in', { parentId: 'shape:group' }),
  ])

  const picture = drawBoardPicture(board)
  expect(picture).toEqual({
    templates: [{ templateId: 'effort-value-curves', x: 0, y: 0 }],
    cards: expect.arrayContaining([
      { x: 30, y: 41 },
      { x: -500, y: 20 },
      { x: 600, y: 40 },
    ]) as unknown,
    teams: [],
    notes: [{ x: 3000, y: 5, side: 300 }],
    initiatives: 3,
    placed: 2,
  })
  expect(picture.cards).toHaveLength(3)
  expect(boundsOf(picture)).toMatchObject({ x: -500, y: 0, w: 3800 })
})

test('a picture holds no word of what is written on the board', () => {
  const board = seededBoard()
  addInitiatives(board, ADA, [{ id: initiativeId('a'), title: 'Secret plan', team: 'Hidden' }])
  expect(JSON.stringify(drawBoardPicture(board))).not.toMatch(/Secret|Hidden/)
})

test('a picture passes the check of whoever receives it', () => {
  const picture = drawBoardPicture(seededBoard())
  expect(boardPictureSchema.parse(JSON.parse(JSON.stringify(picture)))).toEqual(picture)
})

test('every template has a picture as large as its frame', () => {
  for (const { id } of TEMPLATES) {
    expect(boundsOf(drawTemplatePicture(id))).toEqual({ x: 0, y: 0, ...findTemplate(id)?.size })
  }
})

test('an empty picture has no bounds', () => {
  expect(boundsOf(drawTemplatePicture('unknown'))).toBeNull()
})

test('a picture shows teams in their shapes and their cards in piles under them', () => {
  const board = boardWithMap()
  standTeam(board, 'blue', { dx: 60, dy: 240, type: 'platform' })
  const ids = ['a', 'b'].map(initiativeId)
  addInitiatives(
    board,
    ADA,
    ids.map((id) => ({ id, title: 'x' })),
  )
  const placement = { target: teamTarget(teamId('blue')), dx: 0, dy: 0 }
  setPlacements(
    board,
    ADA,
    ids.map((id) => ({ key: placementKey(id, MAP), placement })),
  )
  const picture = drawBoardPicture(board)
  expect(picture.teams).toEqual([{ x: 3_060, y: 340, w: 400, h: 72, type: 'platform' }])
  expect(picture.cards).toEqual([
    { x: 3_152, y: 420 },
    { x: 3_152, y: 454 },
  ])
  expect(boardPictureSchema.parse(picture)).toEqual(picture)
})

test('a picture of a crowded board finds places for no more cards than it shows, and counts all', () => {
  const board = seededBoard()
  const ids = Array.from({ length: 1_000 }, (_one, at) => initiativeId(`i${at}`))
  addInitiatives(
    board,
    ADA,
    ids.map((id) => ({ id, title: id })),
  )
  const placements = ids.map((id) => ({
    key: placementKey(id, FIRST_INSTANCE),
    placement: { target: 'frame', dx: 1, dy: 1 },
  }))
  setPlacements(board, ADA, placements)
  const { cards, placed } = drawBoardPicture(board)
  expect([cards.length, placed]).toEqual([400, 1_000])
})
