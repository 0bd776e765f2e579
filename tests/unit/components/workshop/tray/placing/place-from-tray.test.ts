import { atom } from '@tldraw/state'
import { expect, test } from 'vitest'
import { placeFromTray } from '@/components/workshop/tray/placing/place-from-tray'
import type { InitiativeId, InstanceId, TeamId } from '@/lib/ids'

const ONE = { id: 'one' as InitiativeId, title: '' }
const MAP = 'map' as InstanceId
const ON_CORE = { instanceId: MAP, team: { id: 'core' as TeamId, name: 'Core' } }

/** Says what is told where this placing goes so; the card stands on a team of another map already. */
function told(how: 'done' | 'refused' | 'told already'): readonly string[] {
  const said: string[] = []
  const places = atom('places', [{ instanceId: 'other' }])
  const notice = atom('notice', 'what was said before')
  const client = {
    notice,
    commands: {
      placeOnTeam: (_id: string, instanceId: string) => {
        if (how === 'told already') notice.set('it was another team’s')
        if (how !== 'refused') places.update((old) => [...old, { instanceId }])
      },
    },
    view: { placements: () => places },
    tell: ({ sentence }: { sentence: string }) => said.push(sentence),
  }
  placeFromTray(client as never, ONE, ON_CORE)
  return said
}

test('what was placed is told, under the name it has elsewhere where it has no title', () => {
  expect(told('done')).toEqual(['“Untitled” is on the team “Core”.'])
})

test('a refusal is not told as done, also of a card that stands elsewhere', () => {
  expect(told('refused')).toEqual([])
})

test('what was told meanwhile is not told over', () => {
  expect(told('told already')).toEqual([])
})
