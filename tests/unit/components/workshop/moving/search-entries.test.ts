import { expect, it } from 'vitest'
import type { BoardClient, PlacedAt } from '@/components/board/board-client'
import { searchEntries } from '@/components/workshop/moving/search-entries'
import { CANVAS_INSTANCE } from '@/lib/board/layout'

const signal = <Value>(value: Value) => ({ get: () => value })

/** A board of one initiative that stands in these places, and these teams on a map. */
function boardWith(places: readonly unknown[], teams: readonly unknown[] = []): Pick<BoardClient, 'view'> {
  const view = {
    initiatives: signal(['one']),
    initiative: () => signal({ id: 'one', title: 'Memory QoS', team: 'Node', teamId: 'node' }),
    placements: () => signal(places as readonly PlacedAt[]),
    instances: signal(['first', 'second'].map((id) => ({ id, templateId: 'effort-value-curves' }))),
    standingTeams: signal(teams.map((team, at) => ({ shapeId: `shape:team-${at}`, team }))),
    team: () => signal(teams[0] ?? null),
  }
  return { view } as unknown as Pick<BoardClient, 'view'>
}

const placed = (instanceId: string, target: string) => ({ instanceId, placement: { target, dx: 0, dy: 0 } })

it('lists an initiative once for every place where it stands, and says where', () => {
  const places = [
    placed('first', 'curve:linear'),
    placed('second', 'frame'),
    placed(CANVAS_INSTANCE, 'canvas'),
    placed('map', 'team:node'),
  ]
  const entries = searchEntries(boardWith(places, [{ name: 'Node', type: 'platform' }]))
  expect(entries.map(({ where }) => where)).toEqual([
    'on Steady',
    'in Effort and value',
    'beside the templates',
    'on the team “Node”',
    'platform team',
  ])
  expect(entries.filter(({ isOnItsTeam }) => isOnItsTeam).map(({ where }) => where)).toEqual([
    'on the team “Node”',
  ])
  expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length)
})

it('lists what stands nowhere as waiting in the tray', () => {
  expect(searchEntries(boardWith([]))).toMatchObject([{ at: { waiting: 'one' }, where: 'not placed yet' }])
})

it('finds teams by their names where they stand, also one that has no name yet', () => {
  const teams = [
    { name: 'Checkout', type: 'stream-aligned' },
    { name: '', type: 'undefined-team' },
  ]
  expect(searchEntries(boardWith([], teams)).slice(1)).toMatchObject([
    { title: 'Checkout', at: { shapeId: 'shape:team-0' }, where: 'stream-aligned team', wears: 'Checkout' },
    { title: 'Unnamed team', at: { shapeId: 'shape:team-1' }, where: 'team' },
  ])
})
