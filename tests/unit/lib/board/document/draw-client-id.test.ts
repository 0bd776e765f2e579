import { expect, test } from 'vitest'
import { drawClientId } from '@/lib/board/document/draw-client-id'

test('an id that is taken is drawn again', () => {
  const asked: number[] = []
  const drawn = drawClientId({
    has(clientId) {
      asked.push(clientId)
      return asked.length < 3
    },
  })
  expect(asked).toHaveLength(3)
  expect(drawn).toBe(asked[2])
})
