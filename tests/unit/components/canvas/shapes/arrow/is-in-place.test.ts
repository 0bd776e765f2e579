import fc from 'fast-check'
import { getIndices, type IndexKey, type TLShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { isInPlace } from '@/components/canvas/shapes/arrow/is-in-place'
import { ArrowStand } from '../../support/arrow-stand'

test('says of an arrow that it is in its place exactly where the engine would leave it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('arrow' as const, 'geo' as const), { minLength: 1, maxLength: 8 }),
      fc.nat(8),
      fc.nat(8),
      fc.nat(8),
      (types, ...drawn) => {
        const [own, one, other] = drawn.map((place) => place % (types.length + 1)) as [number, number, number]
        const stand = new ArrowStand()
        const all = [...types.slice(0, own), 'arrow' as const, ...types.slice(own)]
        getIndices(all.length).forEach((index, at) => stand.put(all[at] ?? 'geo', `shape:${at}`, { index }))
        fc.pre(one !== own && other !== own)
        const arrow = `shape:${own}` as TLShapeId
        stand.bind(arrow, `shape:${one}`, 'start')
        stand.bind(arrow, `shape:${other}`, 'end')
        const isLeft = isInPlace(stand.editor, arrow)
        stand.letEngineLook(arrow)
        expect(isLeft).toBe(stand.moves.length === 0)
      },
    ),
  )
})

test('leaves to the engine what hangs on one thing, or on something inside of another', () => {
  const stand = new ArrowStand()
  stand.put('geo', 'shape:one', { index: 'a1' as IndexKey })
  stand.put('geo', 'shape:inside', { index: 'a1' as IndexKey, parentId: 'shape:one' as TLShapeId })
  stand.put('arrow', 'shape:arrow', { index: 'a5' as IndexKey })
  const arrow = 'shape:arrow' as TLShapeId
  stand.bind(arrow, 'shape:one', 'start')
  expect(isInPlace(stand.editor, arrow)).toBe(false)
  stand.bind(arrow, 'shape:inside', 'end')
  expect(isInPlace(stand.editor, arrow)).toBe(false)
  expect(isInPlace(stand.editor, 'shape:none' as TLShapeId)).toBe(false)
})
