import { describe, expect, it } from 'vitest'
import { keepTemplateLayer } from '@/components/canvas/rules/template-layer-stays'
import { cardRecord, createRuleStand, plotRecord } from '../support/rule-stand'

function stand() {
  const made = createRuleStand()
  const undo = keepTemplateLayer(made.editor)
  return { ...made, undo, plot: made.show(plotRecord('plot')), card: made.show(cardRecord('card')) }
}

describe('the template layer', () => {
  it('is not moved or deleted by anybody’s hand', () => {
    const { store, plot, shape } = stand()
    store.update(plot, (record) => ({ ...record, x: 500 }))
    store.remove([plot])
    expect(shape(plot)?.x).toBe(0)
  })

  it('follows the board', () => {
    const { store, plot, shape } = stand()
    store.mergeRemoteChanges(() => store.update(plot, (record) => ({ ...record, x: 500 })))
    expect(shape(plot)?.x).toBe(500)
    store.mergeRemoteChanges(() => store.remove([plot]))
    expect(shape(plot)).toBeUndefined()
  })

  it('leaves cards to the hand', () => {
    const { store, card, shape } = stand()
    store.update(card, (record) => ({ ...record, x: 70 }))
    expect(shape(card)?.x).toBe(70)
  })

  it('keeps the ghost of somebody else’s drag out of every hand', () => {
    const { store, shape, show } = stand()
    const ghost = show(cardRecord('lane-7-i1'))
    store.update(ghost, (record) => ({ ...record, x: 70 }))
    expect(shape(ghost)?.x).toBe(10)
  })

  it('is free again once the rule is taken away', () => {
    const { store, plot, shape, undo } = stand()
    undo()
    store.update(plot, (record) => ({ ...record, x: 500 }))
    expect(shape(plot)?.x).toBe(500)
  })
})
