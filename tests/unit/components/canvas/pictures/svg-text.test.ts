import { expect, it } from 'vitest'
import { toXmlText } from '@/components/canvas/pictures/svg-text'

it('takes out what no XML file can hold, and nothing else', () => {
  expect(toXmlText('a\u0000b\u000Bc\u001Fd\uFFFEe\tf\ng')).toBe('abcde\tf\ng')
  expect(toXmlText('lone \uD83D and \uDE00, whole 😀')).toBe('lone  and , whole 😀')
})
