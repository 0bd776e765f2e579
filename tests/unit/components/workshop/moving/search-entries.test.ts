import { expect, it } from 'vitest'
import type { BoardClient, PlacedAt } from '@/components/board/board-client'
import { searchEntries } from '@/components/workshop/moving/search-entries'
import { CANVAS_INSTANCE } from '@/lib/board/layout'

const signal = <Value>(value: Value) => ({ get: () => value })

/** A board of one initiative that stands in these places. */
function boardWith(places: readonly unknown[]): Pick<BoardClient, 'view'> {
  const view = {
    initiatives: signal(['one']),
    initiative: () => signal({ id: 'one', title: 'Memory QoS', team: 'Node' }),
    placements: () => signal(places as readonly PlacedAt[]),
    instances: signal([{ id: 'first', templateId: 'effort-value-curves' }]),
  }
  return { view } as unknown as Pick<BoardClient, 'view'>
}

const placed = (instanceId: string, target: string) => ({ instanceId, placement: { target, dx: 0, dy: 0 } })

it('lists an initiative once for every place where it stands, and says where', () => {
  const places = [
    placed('first', 'curve:linear'),
    placed('first', 'frame'),
    placed(CANVAS_INSTANCE, 'canvas'),
  ]
  expect(searchEntries(boardWith(places)).map(({ where }) => where)).toEqual([
    'on Steady',
    'in Effort and value',
    'beside the templates',
  ])
})

it('lists what stands nowhere as waiting in the tray', () => {
  expect(searchEntries(boardWith([]))).toMatchObject([{ instanceId: null, where: 'still to place' }])
})
