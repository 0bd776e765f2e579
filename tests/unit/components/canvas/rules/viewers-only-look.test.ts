import { expect, it } from 'vitest'
import { letViewersOnlyLook } from '@/components/canvas/rules/viewers-only-look'
import { cardRecord, createRuleStand } from '../support/rule-stand'

it('puts back what a viewer changes, and lets them edit once they may', () => {
  const { editor, client, store, show, shape, canEdit } = createRuleStand()
  letViewersOnlyLook(editor, client)
  const card = show(cardRecord('card'))
  const move = (): void => void store.update(card, (record) => ({ ...record, x: 300 }))
  canEdit.set(false)
  move()
  store.remove([card])
  expect(shape(card)?.x).toBe(10)
  canEdit.set(true)
  move()
  expect(shape(card)?.x).toBe(300)
})

it('shows a viewer what the board changes', () => {
  const { editor, client, store, show, shape, canEdit } = createRuleStand()
  letViewersOnlyLook(editor, client)
  const card = show(cardRecord('card'))
  canEdit.set(false)
  store.mergeRemoteChanges(() => store.update(card, (record) => ({ ...record, x: 300 })))
  expect(shape(card)?.x).toBe(300)
})
