import { expect, test } from 'vitest'
import type { ChangedThing } from '@/lib/board/changes/changed-things'
import { thingsWords } from '@/lib/board/changes/things-words'
import { geoRecord } from '@/tests/support/boards/board-builders'

function thing(kind: ChangedThing['kind'], id: string): ChangedThing {
  return { kind, id, changes: [], instanceIds: [] }
}

function drawing(id: string, type: string, when: 'before' | 'after'): ChangedThing {
  const change = {
    kind: 'record',
    id,
    before: null,
    after: null,
    [when]: { ...geoRecord(id), type },
  } as const
  return { ...thing('drawing', id), changes: [change] }
}

test('counts what there is of each kind, notes and pictures by their names', () => {
  const things = [thing('team', 'one'), thing('card', 'ship'), thing('card', 'sail')]
  expect(thingsWords(things)).toBe('1 team and 2 cards')
  const drawings = [
    drawing('a', 'note', 'before'),
    drawing('b', 'note', 'after'),
    drawing('c', 'draw', 'before'),
  ]
  expect(thingsWords([...things, ...drawings])).toBe('1 team, 2 cards, 2 notes and 1 drawing')
  expect(thingsWords([])).toBe('')
})
