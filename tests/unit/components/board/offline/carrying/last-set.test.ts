import { expect, test } from 'vitest'
import { LastSet } from '@/components/board/offline/carrying/last-set'
import type { DocumentChange } from '@/lib/board/changes/document-change'
import { initiativeId } from '@/tests/support/boards/board-builders'
import { keptChange } from '../../support/kept-samples'

const AT = { root: 'initiatives', id: initiativeId('alpha') } as const
const OWNER: DocumentChange = { kind: 'unit', ...AT, unit: 'owner', value: 'Ada' }
const TEAM: DocumentChange = { kind: 'unit', ...AT, unit: 'team', value: 'Payments' }
const PLACEMENT: DocumentChange = { kind: 'placement', key: 'alpha', placement: null }
const TEXT: DocumentChange = { kind: 'text', ...AT, field: 'title', before: 'Alpha', after: 'Full Alpha' }
const RECORD: DocumentChange = { kind: 'record', id: 'shape:a', record: null }

function partsLeft(
  lastSet: LastSet,
  at: number,
  parts: readonly DocumentChange[],
): readonly DocumentChange[] {
  return lastSet.stillMeant(keptChange('a', { at, parts })).parts
}

test('what was set again later is left out, whatever was heard first; what was typed and made never is', () => {
  const lastSet = new LastSet()
  lastSet.hear([keptChange('b', { at: 5, parts: [OWNER, PLACEMENT, TEXT, RECORD] })])
  lastSet.hear([keptChange('c', { at: 2, parts: [OWNER, TEAM] })])
  const all = [OWNER, TEAM, PLACEMENT, TEXT, RECORD]
  expect(partsLeft(lastSet, 1, all)).toEqual([TEXT, RECORD])
  expect(partsLeft(lastSet, 4, all)).toEqual([TEAM, TEXT, RECORD])
})

test('what was set at the same moment, later, or by nobody else stays', () => {
  const lastSet = new LastSet()
  lastSet.hear([keptChange('b', { at: 5, parts: [OWNER] })])
  for (const at of [5, 6]) expect(partsLeft(lastSet, at, [OWNER, TEAM])).toEqual([OWNER, TEAM])
})

test('what is done next is later than all that was heard, whatever the clock says', () => {
  const lastSet = new LastSet()
  expect(lastSet.nextAt(3)).toBe(3)
  lastSet.hear([keptChange('b', { at: 5 }), keptChange('a', { at: 4 })])
  expect([lastSet.nextAt(3), lastSet.nextAt(5), lastSet.nextAt(9)]).toEqual([6, 6, 9])
})
