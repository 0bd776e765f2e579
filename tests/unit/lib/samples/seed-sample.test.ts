import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { placeInteraction } from '@/lib/board/places/interaction-places'
import { layoutAllCards } from '@/lib/board/places/cards/layout-all-cards'
import type { CardLayout } from '@/lib/board/places/cards/layout-cards'
import { listInitiatives, listInstances, listInteractions, readInitiative } from '@/lib/board/read'
import { SERIALIZED_SCHEMA } from '@/lib/board/schema'
import { FIRST_INSTANCE, seedBoard } from '@/lib/board/seed'
import { hides } from '@/lib/board/places/cards/plot-faults'
import { anchorOn, standTemplates } from '@/lib/board/places/standing'
import { listStandingTeams } from '@/lib/board/places/teams/standing-teams'
import { findCurve } from '@/lib/curves/catalogue'
import { OPEN_SOURCE_PORTFOLIO } from '@/lib/samples/open-source-portfolio'
import type { Sample } from '@/lib/samples/sample'
import { seedSample } from '@/lib/samples/seed-sample'
import type { Box } from '@/lib/geometry/box'
import { NOW } from '@/tests/support/boards/board-builders'

function cardsOf(board: BoardDocument): CardLayout[] {
  return layoutAllCards(
    { instances: listInstances(board), teams: listStandingTeams(board) },
    [...board.placements].filter(([key]) => board.initiatives.has(key.split('/')[0] ?? '')),
  )
}

function overlaps(one: Box, other: Box): boolean {
  const across = one.x < other.x + other.w && other.x < one.x + one.w
  return across && one.y < other.y + other.h && other.y < one.y + one.h
}

function seeded(sample: Sample): BoardDocument {
  const board = openBoardDocument(new Y.Doc())
  const templateId = sample.templates[0].templateId
  seedBoard(board, { templateId, now: NOW, epoch: 1, schema: SERIALIZED_SCHEMA })
  seedSample(board, sample, NOW)
  return board
}

test('the sample brings 24 initiatives, some on every curve and some left to place', () => {
  const board = seeded(OPEN_SOURCE_PORTFOLIO)
  const initiatives = listInitiatives(board)
  expect(initiatives.map(({ externalKey }) => externalKey)).toEqual(
    OPEN_SOURCE_PORTFOLIO.initiatives.map(({ key }) => key),
  )
  expect(new Set(initiatives.map(({ id }) => id)).size).toBe(24)
  const cards = cardsOf(board).filter(({ placement }) => placement.x !== undefined)
  const curves = new Set(cards.map(({ placement }) => placement.target))
  expect([...curves].map((target) => findCurve(target.slice('curve:'.length))?.letter).sort()).toEqual([
    'A',
    'B',
    'C',
    'D',
    'E',
    'F',
  ])
  expect(24 - cards.length).toBeGreaterThan(5)
})

test('no card of the sample covers another', () => {
  const board = seeded(OPEN_SOURCE_PORTFOLIO)
  const cards = cardsOf(board)
  const covered = cards.flatMap((one, at) =>
    cards
      .slice(at + 1)
      .filter((other) => overlaps(one, other))
      .map((other) => `${one.initiativeId} and ${other.initiativeId}`),
  )
  expect(covered).toEqual([])
})

test('no card of the sample covers a curve', () => {
  const board = seeded(OPEN_SOURCE_PORTFOLIO)
  const cards = cardsOf(board)
  const covered = standTemplates(listInstances(board)).flatMap(({ plots }) =>
    plots.filter((plot) => {
      const points = Array.from({ length: 1_000 }, (_, at) => anchorOn(plot, at / 999))
      return points.some((point) => cards.some((card) => hides(card, point)))
    }),
  )
  expect(covered.map(({ curve }) => curve.letter)).toEqual([])
})

test('the sample has a map of teams beside its curves, with interactions and initiatives on their teams', () => {
  const board = seeded(OPEN_SOURCE_PORTFOLIO)
  const teams = listStandingTeams(board)
  expect(new Set(teams.map(({ team }) => team.type)).size).toBe(5)
  const interactions = listInteractions(board)
  expect(new Set(interactions.map(({ mode }) => mode)).size).toBe(3)
  for (const interaction of interactions) {
    const [from, to] = [interaction.from, interaction.to].map(
      (id) => teams.find(({ team }) => team.id === id)?.box,
    )
    if (!from || !to) throw new Error(`${interaction.id} joins teams of the map`)
    expect(placeInteraction(interaction, from, to).stretched).toBe(false)
  }
  const docked = cardsOf(board).filter(({ placement }) => placement.target.startsWith('team:'))
  expect(docked.length).toBeGreaterThan(5)
  for (const { initiativeId, placement } of docked) {
    expect(`team:${readInitiative(board, initiativeId)?.teamId ?? ''}`).toBe(placement.target)
  }
})

test('teams, piles and interactions of the sample stay clear of each other and inside the map', () => {
  const board = seeded(OPEN_SOURCE_PORTFOLIO)
  const map = standTemplates(listInstances(board)).find(({ template }) => template.teamMap)
  const teams = listStandingTeams(board)
  const area = map?.template.teamMap?.area
  if (!map || !area) throw new Error('there is a map')
  const boxes = teams.flatMap(({ box, dock }) => (dock.h > 0 ? [box, dock] : [box]))
  boxes.forEach((box, at) => {
    expect(box.x).toBeGreaterThanOrEqual(map.frame.x + area.x)
    expect(box.x + box.w).toBeLessThanOrEqual(map.frame.x + area.x + area.w)
    expect(box.y + box.h).toBeLessThanOrEqual(map.frame.y + area.y + area.h)
    for (const other of boxes.slice(at + 1)) expect(overlaps(box, other)).toBe(false)
  })
})

test('a sample may bring further templates beside its first', () => {
  const [first] = OPEN_SOURCE_PORTFOLIO.templates
  const second = { ...first, id: 'second' as typeof first.id, place: [2_000, 0] as const }
  const { id, title, initiatives } = OPEN_SOURCE_PORTFOLIO
  const board = seeded({ id, title, initiatives, templates: [first, second] })
  expect(listInstances(board).map(({ id, place }) => [id, place])).toEqual([
    [FIRST_INSTANCE, [0, 0]],
    ['second', [2_000, 0]],
  ])
})
