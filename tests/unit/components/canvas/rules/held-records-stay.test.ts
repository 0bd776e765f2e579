import type { IndexKey, TLShapeId } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { keepHeldRecords } from '@/components/canvas/rules/held-records-stay'
import { cardRecord, createRuleStand } from '../support/rule-stand'

function stand() {
  const made = createRuleStand()
  keepHeldRecords(made.editor, made.client)
  return { ...made, card: made.show(cardRecord('card')) }
}

describe('what somebody else holds', () => {
  it('stays where it is, and the person is told who holds it, once for each press or key', () => {
    const { store, card, shape, held, notice, emit } = stand()
    held.set(card, 'Anna')
    const move = (): void => void store.update(card, (record) => ({ ...record, x: record.x + 40 }))
    move()
    move()
    expect(shape(card)?.x).toBe(10)
    expect(notice.get()).toMatchObject({ id: 1, sentence: expect.stringContaining('Anna is moving this') })
    emit('event', { name: 'pointer_down' })
    move()
    expect(notice.get()?.id).toBe(2)
    move()
    emit('event', { name: 'key_down' })
    move()
    expect(notice.get()?.id).toBe(3)
  })

  it('is held by its initiative as well', () => {
    const { store, card, shape, held } = stand()
    held.set('card', 'Anna')
    store.update(card, (record) => ({ ...record, y: 400 }))
    expect(shape(card)?.y).toBe(20)
  })

  it('may still be changed in other ways', () => {
    const { store, card, shape, held } = stand()
    held.set(card, 'Anna')
    store.update(card, (record) => ({ ...record, x: 300, opacity: 0.5 }))
    expect([shape(card)?.x, shape(card)?.opacity]).toEqual([10, 0.5])
  })

  it('keeps its place among the others where it is not put into another thing, and may be given one by itself', () => {
    const { store, card, shape, held } = stand()
    const [index, parentId] = [shape(card)?.index, shape(card)?.parentId]
    held.set(card, 'Anna')
    const other = 'shape:other' as TLShapeId
    store.update(card, (record) => ({ ...record, parentId: other, index: 'a7' as IndexKey }))
    expect([shape(card)?.parentId, shape(card)?.index]).toEqual([parentId, index])
    store.update(card, (record) => ({ ...record, x: 300, index: 'a8' as IndexKey }))
    expect([shape(card)?.x, shape(card)?.index]).toEqual([10, 'a8'])
  })

  it('is not deleted under that hand', () => {
    const { store, card, shape, held, notice } = stand()
    held.set(card, 'Anna')
    store.remove([card])
    expect(shape(card)).toBeDefined()
    expect(notice.get()?.sentence).toContain('not deleted')
  })

  it('is free once let go', () => {
    const { store, card, shape, held } = stand()
    held.set(card, 'Anna')
    held.clear()
    store.update(card, (record) => ({ ...record, x: 300 }))
    expect(shape(card)?.x).toBe(300)
  })
})
