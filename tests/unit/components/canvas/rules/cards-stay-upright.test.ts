import { expect, it } from 'vitest'
import { keepCardsUpright } from '@/components/canvas/rules/cards-stay-upright'
import { cardRecord, createRuleStand } from '../support/rule-stand'

it('moves a card that is turned along but leaves it upright', () => {
  const { editor, store, show, shape } = createRuleStand()
  keepCardsUpright(editor)
  const card = show(cardRecord('card'))
  store.update(card, (record) => ({ ...record, x: 99, rotation: 1 }))
  expect([shape(card)?.x, shape(card)?.rotation]).toEqual([99, 0])
})
