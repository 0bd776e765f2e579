import { expect, it } from 'vitest'
import { teamTarget } from '@/lib/board/layout'
import { dropCard } from '@/lib/board/places/cards/drop-card'
import { anchorOf } from '@/lib/board/places/placement'
import type { StandingTeam } from '@/lib/board/places/teams/standing-teams'
import type { TeamId } from '@/lib/ids'
import { instanceAt } from '@/tests/support/boards/board-builders'

const CURVES = instanceAt('curves', 0, 0)
const MAP = { ...instanceAt('map', 4000, 0), templateId: 'team-map' }
const MIDDLE = { x: 108, y: 44 }

function standTeam(at: { readonly x: number; readonly y: number }): StandingTeam {
  const team = { id: 'checkout' as TeamId, name: 'Checkout', type: 'stream-aligned' } as StandingTeam['team']
  const box = { ...at, w: 320, h: 64 }
  return {
    shapeId: 'shape:t',
    team,
    instance: MAP,
    box,
    dock: { ...box, y: box.y + box.h, h: 0 },
    stepPx: 34,
  }
}

it('gives a card that stood on a line to the team under its middle, though its pin is far aside', () => {
  const team = standTeam({ x: 4200, y: 200 })
  const at = { x: 4360 - MIDDLE.x, y: 232 - MIDDLE.y }
  const drop = (hold: object): unknown =>
    dropCard({ instances: [CURVES, MAP], teams: [team] }, at, { x: 300, y: -40, ...hold })
  expect(drop({ middle: MIDDLE })).toEqual({
    instanceId: MAP.id,
    placement: { target: teamTarget(team.team.id), dx: 0, dy: 0 },
  })
  expect(drop({})).toMatchObject({ placement: { target: 'frame' } })
})

it('leaves a card on its line, whatever team is under its middle', () => {
  const anchor = anchorOf(CURVES, 'linear', 0.5) ?? { x: 0, y: 0 }
  const team = standTeam({ x: anchor.x - 300, y: anchor.y + 30 })
  const at = { x: anchor.x - 216, y: anchor.y }
  const hold = { x: 216, y: 0, on: 'curve:linear', middle: MIDDLE }
  const { placement } = dropCard({ instances: [CURVES], teams: [team] }, at, hold)
  expect(placement).toMatchObject({ target: 'curve:linear', dx: 0 })
  expect(placement.x).toBeCloseTo(0.5, 2)
})
