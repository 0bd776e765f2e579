import { expect, test } from 'vitest'
import { removedWords } from '@/components/workshop/notices/removed-words'
import type { ChangedThing } from '@/lib/board/changes/changed-things'
import { geoRecord } from '@/tests/support/boards/board-builders'

const thing = (kind: ChangedThing['kind'], id: string): ChangedThing => ({
  kind,
  id,
  changes: [],
  instanceIds: [],
})
const note: ChangedThing = {
  ...thing('drawing', 'shape:note'),
  changes: [
    { kind: 'record', id: 'shape:note', before: { ...geoRecord('shape:note'), type: 'note' }, after: null },
  ],
}

test('says who took how many of what', () => {
  const things = [thing('team', 'one'), thing('team', 'two'), thing('card', 'ship'), note]
  expect(removedWords({ name: 'Bo', things })).toBe('Bo took 2 teams, 1 card and 1 note off the board.')
})

test('names nobody where it is not known who it was', () => {
  const things = [thing('card', 'ship'), thing('card', 'sail')]
  expect(removedWords({ name: null, things })).toBe('2 cards were taken off the board.')
  expect(removedWords({ name: null, things: things.slice(1) })).toBe('1 card was taken off the board.')
})
