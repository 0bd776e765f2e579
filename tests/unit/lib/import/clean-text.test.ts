import { expect, it } from 'vitest'
import { cleanLines, cleanText, withoutTags } from '@/lib/import/clean-text'

it.each(['Latency <p95 of 200 ms and >5k rps', 'Migrate <TBD> to cloud', 'a < b and c > d'])(
  'keeps what is no markup: %s',
  (text) => {
    expect(withoutTags(text)).toBe(text)
  },
)

it('takes out elements of HTML and comments', () => {
  const cell = '<P class="x">Faster<br/><!-- soon --><b>search</b><h2\n>now</h2></P>'
  expect(cleanText(withoutTags(cell))).toBe('Faster search now')
})

it('takes away the apostrophes that stand before formulas in a list of ours, and no others', () => {
  expect(cleanText("'=1;'=2; '=3;'four")).toBe("=1;=2; '=3;'four")
  expect(cleanLines("one\n'=2+2\n'three'")).toBe("one\n=2+2\n'three'")
})
