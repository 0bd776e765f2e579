import { expect, test } from 'vitest'
import { findRichTextFault } from '@/lib/board/text/rich-text'
import { typeInRichText } from '@/lib/board/text/type-in-rich-text'

const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const doc = (...content: object[]) => ({ type: 'doc', content }) as never

test.each([
  ['before the first letter', 1, doc(paragraph(text('xIdea')), paragraph(text('two')))],
  ['within a line', 3, doc(paragraph(text('Idxea')), paragraph(text('two')))],
  ['after the last letter of a line', 5, doc(paragraph(text('Ideax')), paragraph(text('two')))],
  ['before the first letter of a later line', 7, doc(paragraph(text('Idea')), paragraph(text('xtwo')))],
  ['before everything, where no letter stands', 0, doc(paragraph(text('xIdea')), paragraph(text('two')))],
  ['farther than it is long', 99, doc(paragraph(text('Idea')), paragraph(text('twox')))],
])('a letter comes where the caret was: %s', (_where, at, expected) => {
  expect(typeInRichText(doc(paragraph(text('Idea')), paragraph(text('two'))), at, 'x')).toEqual(expected)
})

test('letters look like those before them', () => {
  const before = doc(paragraph(text('bold', 'bold'), text('plain')))
  const after = doc(paragraph(text('boldx', 'bold'), text('plain')))
  expect(typeInRichText(before, 5, 'x')).toEqual(after)
})

test('an empty text, a list and a broken line take letters, and remain what may be shown', () => {
  const list = (...items: object[]) => ({
    type: 'bulletList',
    content: [{ type: 'listItem', content: items }],
  })
  const brokenLine = { type: 'hardBreak' }
  for (const [before, at, after] of [
    [doc({ type: 'paragraph' }), 1, doc(paragraph(text('x')))],
    [doc(list(paragraph(text('one')))), 4, doc(list(paragraph(text('oxne'))))],
    [doc(paragraph(brokenLine, text('b'))), 1, doc(paragraph(text('x'), brokenLine, text('b')))],
    [doc(paragraph(brokenLine, text('b'))), 2, doc(paragraph(brokenLine, text('xb')))],
    [doc(paragraph(text('a'), brokenLine)), 3, doc(paragraph(text('a'), brokenLine, text('x')))],
  ] as const) {
    const typed = typeInRichText(before, at, 'x')
    expect(typed).toEqual(after)
    expect(findRichTextFault(typed)).toBeNull()
  }
})

test('a line break stays within its paragraph', () => {
  const typed = typeInRichText(doc(paragraph(text('ab', 'bold'))), 2, 'x\n\ny')
  const [first, last] = [text('ax', 'bold'), text('yb', 'bold')]
  expect(typed).toEqual(doc(paragraph(first, { type: 'hardBreak' }, { type: 'hardBreak' }, last)))
  expect(findRichTextFault(typed)).toBeNull()
})

test('what holds nothing that letters may stand in stays as it is', () => {
  expect(typeInRichText(doc(), 0, 'x')).toEqual(doc())
  expect(typeInRichText(null, 0, 'x')).toBeNull()
})
