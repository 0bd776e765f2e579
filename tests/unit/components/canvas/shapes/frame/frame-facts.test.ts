import { expect, it } from 'vitest'
import { unknownWords } from '@/components/canvas/shapes/frame/frame-facts'

it('says of a template it does not know that nothing of it is lost', () => {
  expect(unknownWords(0)[1]).toBe('What stands on it and the template itself are kept unchanged.')
  expect(unknownWords(1)[1]).toMatch(/^1 initiative that stands on it and the template/)
  expect(unknownWords(7)[1]).toMatch(/^7 initiatives that stand on it and the template/)
  expect(unknownWords(7)[0]).toContain('does not know')
})
