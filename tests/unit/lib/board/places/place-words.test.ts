import { expect, it } from 'vitest'
import { placeWords } from '@/lib/board/places/place-words'
import { CURVES } from '@/lib/curves/catalogue'
import type { TeamId } from '@/lib/ids'
import { instanceAt } from '@/tests/support/boards/board-builders'

type Around = Parameters<typeof placeWords>[1]
const NOWHERE: Around = { instance: undefined, teams: [] }

it('names the curve and says what the position means', () => {
  const [curve] = CURVES
  const words = placeWords({ target: `curve:${curve?.id ?? ''}`, x: 0.5, dx: 0, dy: 0 }, NOWHERE)
  expect(words.where).toBe(`on “${curve?.name ?? ''}”`)
  expect(words.reading).toMatch(/^Spent 50\s%/)
})

it('says where a card lies that means nothing yet', () => {
  const [curves, map] = ['effort-value-curves', 'team-map'].map((templateId) => ({
    ...NOWHERE,
    instance: { ...instanceAt('a', 0, 0), templateId },
  })) as [Around, Around]
  const where = (target: string, around: Around): string => placeWords({ target, dx: 0, dy: 0 }, around).where
  expect(where('frame', curves)).toBe('inside, on no curve')
  expect(where('frame', map)).toBe('inside, on no team')
  expect(where('canvas', NOWHERE)).toBe('on the canvas')
})

it('names the team a card stands on, and none that is gone', () => {
  const teams = [{ id: 't1' as TeamId, name: 'Core' }]
  const instance = { ...instanceAt('a', 0, 0), templateId: 'team-map' }
  const where = (target: string): string => placeWords({ target, dx: 0, dy: 0 }, { instance, teams }).where
  expect(where('team:t1')).toBe('on the team “Core”')
  expect(where('team:t2')).toBe('inside, on no team')
})
