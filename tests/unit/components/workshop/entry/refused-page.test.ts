import { expect, it } from 'vitest'
import { refusedPage } from '@/components/workshop/entry/refused-page'
import { ERRORS, type ErrorCode } from '@/lib/errors'

it('says once that a link has expired, and then what to do', () => {
  expect(refusedPage('link-expired')).toEqual({
    title: 'This link has expired',
    text: 'Ask the facilitator for a current one.',
  })
})

it('never repeats its title as a sentence, and always says more than that', () => {
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    const { title, text } = refusedPage(code)
    expect(text).not.toContain(`${title}.`)
    expect(text).toMatch(/^[A-Z].*\.$/)
  }
})
