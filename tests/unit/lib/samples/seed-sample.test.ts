import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { openBoardDocument, type BoardDocument } from '@/lib/board/layout'
import { layoutCards } from '@/lib/board/placement'
import { listInitiatives, listInstances } from '@/lib/board/read'
import { SERIALIZED_SCHEMA } from '@/lib/board/schema'
import { FIRST_INSTANCE, seedBoard } from '@/lib/board/seed'
import { findCurve } from '@/lib/curves/catalogue'
import { OPEN_SOURCE_PORTFOLIO } from '@/lib/samples/open-source-portfolio'
import type { Sample } from '@/lib/samples/sample'
import { seedSample } from '@/lib/samples/seed-sample'
import { NOW } from '@/tests/support/board-builders'

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
  const cards = [...layoutCards(listInstances(board), board.placements).values()]
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
  const cards = [...layoutCards(listInstances(board), board.placements).values()]
  const covered = cards.flatMap((one, at) =>
    cards
      .slice(at + 1)
      .filter((other) => Math.abs(one.x - other.x) < 216 && Math.abs(one.y - other.y) < 88)
      .map((other) => `${one.initiativeId} and ${other.initiativeId}`),
  )
  expect(covered).toEqual([])
})

test('a sample may bring further templates beside its first', () => {
  const [first] = OPEN_SOURCE_PORTFOLIO.templates
  const second = { ...first, id: 'second' as typeof first.id, place: [2_000, 0] as const }
  const board = seeded({ ...OPEN_SOURCE_PORTFOLIO, templates: [first, second] })
  expect(listInstances(board).map(({ id, place }) => [id, place])).toEqual([
    [FIRST_INSTANCE, [0, 0]],
    ['second', [2_000, 0]],
  ])
})
