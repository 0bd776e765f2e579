import { expect, test } from 'vitest'
import { moreAside } from '@/components/ui/more-aside'

const at = (scrollLeft: number) => moreAside({ scrollLeft, scrollWidth: 500, clientWidth: 300 })

test('a row says on which side more lies, and takes no rounding for more', () => {
  expect(at(0)).toEqual({ before: false, after: true })
  expect(at(100)).toEqual({ before: true, after: true })
  expect(at(199.4)).toEqual({ before: true, after: false })
  expect(moreAside({ scrollLeft: 0.5, scrollWidth: 301, clientWidth: 300 })).toEqual({
    before: false,
    after: false,
  })
})
