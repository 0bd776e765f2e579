import { atom } from '@tldraw/state'
import { expect, test } from 'vitest'
import { takeBack } from '@/components/board/undo/take-back'
import type { Step } from '@/lib/board/step'

const STEP: Step = []

/** Says whether it was taken back, and what was told. */
function takingBack(parts: { canEdit?: boolean; hasEffect?: boolean; step?: Step | null }) {
  const { canEdit = true, hasEffect = true, step = STEP } = parts
  const told: string[] = []
  const client = {
    canEdit: atom('can edit', canEdit),
    me: atom('me', { role: 'participant' }),
    undo: { undo: (only: Step) => (hasEffect ? only : null) },
    tell: ({ sentence }: { sentence: string }) => told.push(sentence),
  }
  return { isTakenBack: takeBack(client as never, step), told: told.join() }
}

test('what can be taken back is, and nothing has to be said', () => {
  expect(takingBack({})).toEqual({ isTakenBack: true, told: '' })
})

test('where nothing of it is left, the person is told', () => {
  const gone = { isTakenBack: false, told: expect.stringContaining('cannot be taken back') as string }
  expect(takingBack({ hasEffect: false })).toEqual(gone)
  expect(takingBack({ step: null })).toEqual(gone)
})

test('while nothing can be saved, the person is told why', () => {
  const { isTakenBack, told } = takingBack({ canEdit: false })
  expect(isTakenBack).toBe(false)
  expect(told).toMatch(/sav/)
})
